"""The backups that a server takes of its store, as an administrator sees them: never what would open one."""

from desk_client.protocol.base import Answer, Identifier, Instant


class BackupShown(Answer):
    """One backup. It was restored on trial when it was taken; `tried_at` and `is_whole` are of a later trial.

    `bytes` is the size of its file, `follows`: the journal goes on from it, so that nothing after it is lost.
    """

    id: Identifier
    taken_at: Instant
    program: str
    bytes: int
    rows: int
    follows: bool
    tried_at: Instant | None = None
    is_whole: bool = True


class BackupRun(Answer):
    """What is done just now: `backup_id` is tried, or for None one is taken.

    `bytes` of about `of_bytes` are written; `of_bytes` is None where there is none to compare with.
    """

    backup_id: Identifier | None
    since: Instant
    bytes: int
    of_bytes: int | None


class Backups(Answer):
    """``GET /v1/backups``: newest first.

    `place` is the folder on the server's machine, None where the server is set to take none. `is_late`: the newest is
    older than `every_s` allows. `failed_at`: the last attempt failed; why, is in the server's log. `journal` is the
    journal's folder, `reaches` when something was last added to it, `journal_fault` why nothing can be, as a code.
    """

    place: str | None
    every_s: int
    is_late: bool
    failed_at: Instant | None
    running: BackupRun | None
    journal: str | None
    reaches: Instant | None
    journal_fault: str | None
    items: tuple[BackupShown, ...]
