"""People and roles: who works here, as what and where, and how they get in."""

import re
from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import deputies
from desk_client.client.actions.administer import people
from desk_client.client.actions.administer.people import Post
from desk_client.client.administration import Listed, StaffAccount
from desk_client.domain.access import STAFF_ROLES, Role
from desk_client.domain.outcomes import Refusal
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.people_words import place_name, refused_words, role_words
from desk_client.ui.admin.secret_dialog import show_once
from desk_client.ui.desk.deputy_words import left_words
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.rights_form import RightsForm
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role as TypeRole
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row

_ROLES: Final = tuple(role for role in Role if role in STAFF_ROLES)
_USERNAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{1,63}")


class PeopleSection(ListSection):
    """A new account gets a drawn password, which is shown once; nothing here shows one again."""

    code: ClassVar[str] = "people"
    icon: ClassVar[Icon] = Icon.PERSON
    can_add = True

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        administration = office.client.administration
        self._leave = (
            administration.staff.subscribe(lambda _: self.follow()),
            administration.region.subscribe(lambda _: self.follow()),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "People and roles")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate("People", "Whoever works here, as what, and where. A change signs them out.")
        )
        self.add.set_text(QCoreApplication.translate("People", "New account"))
        self.password.set_text(QCoreApplication.translate("People", "Give a new password"))
        self.factor.set_text(QCoreApplication.translate("People", "Take the second factor away"))
        self.rights.set_text(QCoreApplication.translate("People", "What they may do for the office"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[StaffAccount]:
        """Everybody who works here."""
        return self.office.client.administration.staff.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them, and the places by name."""
        return people.read_staff(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Name, user name, role and place, state."""
        return (
            Column(QCoreApplication.translate("People", "Name"), 4),
            Column(QCoreApplication.translate("People", "User name"), 4),
            Column(QCoreApplication.translate("People", "Role"), 3),
            Column(QCoreApplication.translate("People", "Place"), 4),
            Column(QCoreApplication.translate("People", "State"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """One for each account."""
        return [
            Row(
                each.id,
                (
                    self.office.said(each.name),
                    each.username,
                    role_words(each.role),
                    self._place_words(each),
                    self._state_words(each),
                ),
            )
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """There is always one: whoever reads this."""
        return QCoreApplication.translate("People", "Nobody works here yet"), ""

    def search_words(self) -> str:
        """What can be searched for."""
        return QCoreApplication.translate("People", "Search by name, role or place")

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """Fields for who it is, and buttons for how they get in."""
        look = self.office.look
        self.form.add_text("username", longest=64, is_latin=True)
        self.form.add_text("name_ar")
        self.form.add_text("name_en", is_latin=True)
        self._role = self.form.add_pick("role")
        self._place = self.form.add_pick("place")
        self._ways_in = Label(look, "", TypeRole.BODY, tone=Tone.SECOND)
        self.password = Button(look, "", Kind.SECONDARY, icon=Icon.KEY)
        self.password.setObjectName("people_password")
        self.password.clicked.connect(self._new_password)
        self.factor = Button(look, "", Kind.SECONDARY, icon=Icon.PHONE)
        self.factor.setObjectName("people_factor")
        self.factor.clicked.connect(self._reset_factor)
        self.rights = Button(look, "", Kind.SECONDARY, icon=Icon.SHIELD)
        self.rights.setObjectName("people_rights")
        self.rights.clicked.connect(self._see_rights)
        self.state = Button(look, "", Kind.SECONDARY, icon=Icon.LOCK)
        self.state.setObjectName("people_state")
        self.state.clicked.connect(self._switch_state)
        self.form.add_below(self._ways_in, self.rights, self.password, self.factor, self.state)

    def initial(self, key: str) -> Values:
        """What somebody is at present."""
        account = self._account(key)
        if account is None:
            return {}
        post = people.post_of(account)
        return {
            "username": account.username,
            "name_ar": post.name_ar,
            "name_en": post.name_en,
            "role": post.role.value,
            "place": post.place_id or "",
        }

    def fill(self, values: Values) -> None:
        """Offer the roles, and the places of the role, before one of each is picked."""
        self._role.set_choices([(each.value, role_words(each)) for each in _ROLES])
        self._place.set_choices(self._places(values.get("role", "")))
        self.form.set_values(values)

    def word_form(self) -> None:
        """Word the form, and offer the places of the role that is picked."""
        form, key = self.form, self.key
        account = self._account(key or NEW)
        own = self._is_own(key)
        typed = form.values()
        role = Role(typed["role"]) if typed.get("role") else None
        self._place.set_choices(self._places(typed.get("role", "")))
        new = QCoreApplication.translate("People", "New account")
        form.title.set_text(new if account is None else self.office.said(account.name))
        form.note.set_text(
            QCoreApplication.translate("People", "This is you: another administrator has to change it.") if own else ""
        )
        form.note.setVisible(own)
        latin = QCoreApplication.translate("People", "Latin letters and digits, at least two.")
        form.block("username").set_texts(
            QCoreApplication.translate("People", "User name"), "" if account is not None else latin
        )
        form.block("username").field.setEnabled(account is None)
        form.block("name_ar").set_texts(QCoreApplication.translate("People", "Name in Arabic"))
        form.block("name_en").set_texts(QCoreApplication.translate("People", "Name in English"))
        form.block("role").set_texts(QCoreApplication.translate("People", "Role"))
        form.block("place").set_texts("" if role is None else place_name(role))
        form.block("place").setVisible(role is not None and bool(place_name(role)))
        for code in ("name_ar", "name_en", "role", "place"):
            form.block(code).field.setEnabled(not own)
        self._word_ways_in(account, is_own=own)

    def is_complete(self, values: Values) -> bool:
        """Whether everything that the role needs is there."""
        is_placed = "place" not in values or bool(values["place"])
        named = all(values.get(code) for code in ("name_ar", "name_en", "role"))
        return named and is_placed and _USERNAME.fullmatch(values["username"]) is not None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for a new account, or another post."""
        account = self._account(key)
        governorate_id = None if account is None else account.governorate_id
        place_id = values.get("place") or None
        post = Post(values["name_ar"], values["name_en"], Role(values["role"]), place_id, governorate_id)
        if account is None:
            self._hire(values, post)
            return
        before, client = people.post_of(account), self.office.client
        lines = self.changed_lines(self.initial(key), values)
        signed_out = QCoreApplication.translate("People", "They are signed out everywhere.")
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("People", "Change the account of {name}?").format(
                    name=self.office.said(account.name)
                ),
                lines=(*lines, signed_out),
                confirm=QCoreApplication.translate("People", "Change it"),
                does=lambda: people.set_post(client, key, post),
                done=QCoreApplication.translate("People", "The account is changed."),
                undo=lambda: people.set_post(client, key, before),
                then=lambda _answer: self.saved(key),
            )
        )

    def _hire(self, values: Values, post: Post) -> None:
        client, username, password = self.office.client, values["username"], people.drawn_password()
        made: list[StaffAccount] = []

        def is_made(account: StaffAccount) -> None:
            made.append(account)
            self.saved(NEW)
            self.open(account.id)
            self._show_password(self.office.said(account.name), password)

        self.changing.ask(
            Change(
                title=QCoreApplication.translate("People", "Make this account?"),
                lines=self.changed_lines({}, values),
                confirm=QCoreApplication.translate("People", "Make it"),
                does=lambda: people.hire(client, username, post, password),
                done=QCoreApplication.translate("People", "The account is made."),
                # an account stays for the sake of the trail: taken back, it lets nobody in
                undo=lambda: people.set_disabled(client, made[0].id, is_disabled=True),
                then=is_made,
            )
        )

    def _switch_state(self) -> None:
        account = self._account(self.key or NEW)
        if account is None:
            return
        client, is_disabled = self.office.client, account.disabled_at is None
        name = self.office.said(account.name)
        shut_out = QCoreApplication.translate("People", "They are signed out at once, and cannot sign in any more.")
        let_in = QCoreApplication.translate("People", "They can sign in again as before.")
        title = (
            QCoreApplication.translate("People", "Disable the account of {name}?")
            if is_disabled
            else QCoreApplication.translate("People", "Enable the account of {name}?")
        )
        self.changing.ask(
            Change(
                title=title.format(name=name),
                lines=(shut_out if is_disabled else let_in,),
                confirm=self._state_verb(account),
                does=lambda: people.set_disabled(client, account.id, is_disabled=is_disabled),
                done=QCoreApplication.translate("People", "The account is disabled.")
                if is_disabled
                else QCoreApplication.translate("People", "The account is enabled."),
                undo=lambda: people.set_disabled(client, account.id, is_disabled=not is_disabled),
                is_danger=is_disabled,
            )
        )

    def _see_rights(self) -> None:
        account = self._account(self.key or NEW)
        if account is None or account.office_id is None or self.changing.dialog is not None:
            return
        self.changing.quiet()
        reading = deputies.read_delegates(self.office.client, account.office_id)
        self.office.bridge.run(reading, lambda found: self._ask_rights(account, found), self.changing.refuse)

    def _ask_rights(self, account: StaffAccount, found: deputies.Delegates) -> None:
        delegate = next((each for each in found.items if each.staff_id == account.id), None)
        if delegate is None:
            return
        look = self.office.look
        form = RightsForm(look)
        form.show_left(deputies.left_to(delegate))
        dialog = Dialog(
            look,
            self.window(),
            QCoreApplication.translate("Deputies", "What may {name} do?").format(name=self.office.said(account.name)),
            left_words(deputies.left_to(delegate), look.language),
            confirm=QCoreApplication.translate("Deputies", "Leave them this"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.SHIELD,
            body=form,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")
        form.changed.connect(lambda: dialog.confirm.setEnabled(form.left is not None))
        self.changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            left = form.left
            if is_confirmed and left is not None and left != deputies.left_to(delegate):
                self._leave_rights(account, delegate, left)

        dialog.answered.connect(answered)

    def _leave_rights(self, account: StaffAccount, delegate: deputies.Delegate, left: deputies.Left) -> None:
        client, office_id, language = self.office.client, account.office_id or "", self.office.look.language
        after: list[deputies.Delegate] = []
        before = deputies.left_to(delegate)
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Deputies", "Change what {name} may do?").format(
                    name=self.office.said(account.name)
                ),
                lines=(
                    QCoreApplication.translate("Deputies", "Now: {rights}").format(rights=left_words(before, language)),
                    QCoreApplication.translate("Deputies", "Then: {rights}").format(rights=left_words(left, language)),
                    QCoreApplication.translate("People", "They are signed out everywhere."),
                ),
                confirm=QCoreApplication.translate("Deputies", "Change it"),
                does=lambda: deputies.leave(client, office_id, delegate, left),
                done=QCoreApplication.translate("People", "The account is changed."),
                undo=lambda: deputies.leave(client, office_id, after[0], before),
                then=after.append,
                is_danger=not left.rights,
            )
        )

    def _new_password(self) -> None:
        account = self._account(self.key or NEW)
        if account is None:
            return
        client, name, password = self.office.client, self.office.said(account.name), people.drawn_password()
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("People", "Give {name} a new password?").format(name=name),
                lines=(
                    QCoreApplication.translate("People", "The old one is good no more. They are signed out."),
                    QCoreApplication.translate("People", "This cannot be undone; the new one is shown once."),
                ),
                confirm=QCoreApplication.translate("People", "Give a new password"),
                does=lambda: people.set_password(client, account.id, password),
                done=QCoreApplication.translate("People", "The new password is in force."),
                then=lambda _answer: self._show_password(name, password),
                is_danger=True,
            )
        )

    def _reset_factor(self) -> None:
        account = self._account(self.key or NEW)
        if account is None:
            return
        client, name = self.office.client, self.office.said(account.name)
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("People", "Take the second factor of {name} away?").format(name=name),
                lines=(
                    QCoreApplication.translate(
                        "People", "Their password alone lets them in until they have set up another."
                    ),
                    QCoreApplication.translate("People", "This cannot be undone."),
                ),
                confirm=QCoreApplication.translate("People", "Take it away"),
                does=lambda: people.reset_second_factor(client, account.id),
                done=QCoreApplication.translate("People", "The second factor is taken away."),
                is_danger=True,
            )
        )

    def _show_password(self, name: str, password: str) -> None:
        title = QCoreApplication.translate("People", "Password of {name}").format(name=name)
        text = QCoreApplication.translate(
            "People",
            "It is shown this once. Hand it over in person; they choose their own when they sign in.",
        )
        self.changing.hold(show_once(self.office.look, self.window(), title, text, password))

    # --- words ----------------------------------------------------------------------------------------------------

    def _account(self, key: str) -> StaffAccount | None:
        return next((each for each in self.listed().rows or () if each.id == key), None)

    def _is_own(self, key: str | None) -> bool:
        session = self.office.day.session
        return session is not None and session.person.id == key

    def _state_words(self, account: StaffAccount) -> str:
        if account.disabled_at is not None:
            return QCoreApplication.translate("People", "Disabled")
        return QCoreApplication.translate("People", "Active")

    def _state_verb(self, account: StaffAccount) -> str:
        if account.disabled_at is None:
            return QCoreApplication.translate("People", "Disable the account")
        return QCoreApplication.translate("People", "Enable the account")

    def _place_words(self, account: StaffAccount) -> str:
        place_id = people.post_of(account).place_id
        return next((name for key, name in self._places(account.role.value) if key == place_id), place_id or "")

    def _places(self, role: str) -> list[tuple[str, str]]:
        region, said = self.office.client.administration.region.value, self.office.said
        if region is None or not role:
            return []
        match Role(role):
            case Role.OFFICIAL | Role.DELEGATE | Role.SPECIALIST:
                return [(each.id, said(each.title)) for each in region.offices]
            case Role.COORDINATOR | Role.AGENCY_LEADER | Role.INTERPRETER:
                return [(each.id, said(each.name)) for each in region.agencies]
            case Role.OPERATOR:
                return [(each.id, said(each.name)) for each in region.sites]
            case _:
                return []

    def _word_ways_in(self, account: StaffAccount | None, *, is_own: bool) -> None:
        is_there = account is not None
        self._ways_in.setVisible(is_there)
        self.rights.setVisible(account is not None and account.role is Role.DELEGATE)
        self.password.setVisible(is_there and not is_own)
        self.factor.setVisible(account is not None and account.has_second_factor)
        self.state.setVisible(is_there and not is_own)
        if account is None:
            return
        self.state.set_text(self._state_verb(account))
        self.state.set_icon(Icon.LOCK if account.disabled_at is None else Icon.UNLOCK)
        ways = [
            QCoreApplication.translate("People", "a first password, which they have yet to change")
            if account.has_first_password
            else QCoreApplication.translate("People", "a password")
            if account.has_password
            else QCoreApplication.translate("People", "no password")
        ]
        if account.has_second_factor:
            ways.append(QCoreApplication.translate("People", "a second factor"))
        if account.has_sign_on:
            ways.append(QCoreApplication.translate("People", "the organisation's sign-on"))
        text = QCoreApplication.translate("People", "Signs in with: {ways}")
        joined = QCoreApplication.translate("People", ", ").join(ways)
        self._ways_in.set_text(text.format(ways=joined))
