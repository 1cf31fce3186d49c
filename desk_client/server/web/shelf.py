"""Routes by which an administrator sees the backups, has one taken, and has one tried. Restoring is a command."""

from datetime import UTC, datetime, timedelta
from typing import Final

from starlette.concurrency import run_in_threadpool

from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.backups import BackupRun, Backups, BackupShown
from desk_client.server.house import House
from desk_client.server.jobs.backing_up import BackupKeeper
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.web.gate import Bearer, Gate
from desk_client.server.web.parameters import IdInPath
from desk_client.server.web.policy import policy
from desk_client.server.web.problems import RefusedError
from desk_client.server.web.router import Router

_ASK: Final = policy(Action.ADMINISTER, RefusalCode.NOT_FOUND, RefusalCode.ILLEGAL_TRANSITION)
_GRACE: Final = timedelta(minutes=10)
"""A backup is taken within some minutes of when it is due."""


def routes(gate: Gate, keeper: BackupKeeper | None) -> Router:
    """For administrators; ``keeper`` is None where the server takes no backups."""
    router = Router(prefix="/backups", tags=["backups"])

    @router.get("", openapi_extra=policy(Action.ADMINISTER))
    async def see(token: Bearer) -> Backups:
        await gate.read(token, _allowed)
        return await run_in_threadpool(shown, gate.house, keeper)

    @router.post("", status_code=202, openapi_extra=_ASK)
    async def take(token: Bearer) -> Backups:
        return await asked(token, None)

    @router.post("/{backup_id}/trial", status_code=202, openapi_extra=_ASK)
    async def try_out(backup_id: IdInPath, token: Bearer) -> Backups:
        return await asked(token, backup_id)

    async def asked(token: str | None, backup_id: str | None) -> Backups:
        await gate.read(token, _allowed)
        if keeper is None or (backup_id is not None and not await run_in_threadpool(_is_there, keeper, backup_id)):
            raise RefusedError(Refusal(RefusalCode.NOT_FOUND))
        if not keeper.want(backup_id):
            raise RefusedError(Refusal(RefusalCode.ILLEGAL_TRANSITION))
        await gate.write(token, lambda transaction, actor: _noted(transaction, actor, backup_id))
        return await run_in_threadpool(shown, gate.house, keeper)

    return router


def shown(house: House, keeper: BackupKeeper | None) -> Backups:
    """How the backups stand. Reads the disk."""
    rule = house.settings.continuity
    if keeper is None:
        return Backups(
            place=None,
            every_s=int(rule.every.total_seconds()),
            is_late=True,
            failed_at=None,
            running=None,
            journal=None if rule.journal is None else str(rule.journal),
            reaches=None,
            journal_fault=None if house.journal is None else house.journal.fault,
            items=(),
        )
    found = keeper.found()
    lineage = None if house.journal is None else house.journal.lineage
    items = []
    for each in found:
        trial = keeper.trials.get(each.folder.name)
        items.append(
            BackupShown(
                id=each.folder.name,
                taken_at=each.taken_at,
                program=each.program,
                bytes=each.size,
                rows=each.content.rows,
                follows=lineage is not None and each.lineage == lineage,
                tried_at=None if trial is None else trial.at,
                is_whole=trial is None or trial.is_whole,
            )
        )
    run = keeper.running
    return Backups(
        place=str(keeper.directory),
        every_s=int(rule.every.total_seconds()),
        is_late=not found or datetime.now(UTC) - found[0].taken_at > rule.every + _GRACE,
        failed_at=keeper.failed_at,
        running=None
        if run is None
        else BackupRun(
            backup_id=run.folder,
            since=run.since,
            bytes=keeper.written() if run.folder is None else 0,
            of_bytes=items[0].bytes if items else None,
        ),
        journal=None if rule.journal is None else str(rule.journal),
        reaches=keeper.reaches(),
        journal_fault=None if house.journal is None else house.journal.fault,
        items=tuple(items),
    )


def _is_there(keeper: BackupKeeper, backup_id: str) -> bool:
    return any(each.folder.name == backup_id for each in keeper.found())


def _allowed(_transaction: Transaction, actor: Actor) -> Refusal | bool:
    return actor.refused(Action.ADMINISTER) or True


def _noted(transaction: Transaction, actor: Actor, backup_id: str | None) -> bool:
    record(transaction, actor, "ask_backup" if backup_id is None else "try_backup", backup_id or "backups")
    return True
