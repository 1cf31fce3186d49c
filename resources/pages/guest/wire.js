/* What a guest asks: of the link that led here, and of the one audience that it opens. */

import { ask, keep, keepAs, remembered, session } from "/pages/wire.js";

export { ask, forget, isSessionOver, serverNow, session, takeLink, tellTime } from "/pages/wire.js";

keepAs("majlis-guest");

export const hasAgreed = () => remembered().hasAgreed === true;
export const agree = () => keep({ hasAgreed: true });
export const begin = (token, id) => keep({ session: token, appointmentId: id });
export const askOfLink = (method, path, body) => ask(method, `/guest${path}`, body, remembered().link);
export const askOfAudience = (method, path, body, key = null) =>
  ask(method, `/appointments/${remembered().appointmentId}${path}`, body, session(), key);
