"""The figures of a call in words, digits and units of the language spoken now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk_client.client.conference import CallStats
from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance


@dataclass(frozen=True)
class FigureGroup:
    """Some figures under a title; each is a name and a value."""

    title: str
    rows: tuple[tuple[str, str], ...]


def figures_of(stats: CallStats, look: Appearance) -> tuple[tuple[FigureGroup, ...], ...]:
    """Two columns of groups: what we send and the line, and what we receive. What is not known is left out."""
    words = _Words(look)
    columns = ((_sent(stats, words), _line(stats, words)), (_received(stats, words),))
    kept = (tuple(group for group in column if group.rows) for column in columns)
    return tuple(column for column in kept if column)


def _sent(stats: CallStats, words: "_Words") -> FigureGroup:
    captured = words.frames(stats.frames_captured, stats.fps_captured)
    paused = QCoreApplication.translate("CallFigures", "Paused: the line is too weak")
    return _group(
        QCoreApplication.translate("CallFigures", "What we send"),
        (QCoreApplication.translate("CallFigures", "Pictures captured"), captured),
        (QCoreApplication.translate("CallFigures", "Pictures encoded"), words.frames(stats.frames_encoded, None)),
        (QCoreApplication.translate("CallFigures", "Pictures sent"), words.frames(stats.frames_sent, stats.fps_sent)),
        (QCoreApplication.translate("CallFigures", "Our picture"), paused if stats.audio_only else ""),
        (QCoreApplication.translate("CallFigures", "Bitrate sent"), words.bitrate(stats.bitrate_out_bps)),
        (
            QCoreApplication.translate("CallFigures", "The line may carry"),
            words.noted(words.bitrate(stats.available_bps), stats.estimate),
        ),
        (QCoreApplication.translate("CallFigures", "Lost on the way there"), words.share(stats.loss_out)),
        (QCoreApplication.translate("CallFigures", "Our level"), words.level(stats.local_audio_dbfs)),
        (QCoreApplication.translate("CallFigures", "Codec"), words.code(stats.codec)),
    )


def _line(stats: CallStats, words: "_Words") -> FigureGroup:
    return _group(
        QCoreApplication.translate("CallFigures", "Line and computer"),
        (QCoreApplication.translate("CallFigures", "Round trip"), words.duration(stats.rtt_ms)),
        (QCoreApplication.translate("CallFigures", "Path"), words.path(stats.candidate_kind)),
        (QCoreApplication.translate("CallFigures", "Processor, of one core"), words.share(stats.cpu_share)),
        (QCoreApplication.translate("CallFigures", "Engine late by"), words.duration(stats.engine_lateness_ms)),
    )


def _received(stats: CallStats, words: "_Words") -> FigureGroup:
    decoded = words.frames(stats.frames_decoded, stats.fps_decoded)
    return _group(
        QCoreApplication.translate("CallFigures", "What we receive"),
        (QCoreApplication.translate("CallFigures", "Pictures received"), words.frames(stats.frames_received, None)),
        (QCoreApplication.translate("CallFigures", "Pictures decoded"), decoded),
        (QCoreApplication.translate("CallFigures", "Pictures painted"), words.frames(stats.frames_painted, None)),
        (QCoreApplication.translate("CallFigures", "Pictures dropped"), words.frames(stats.frames_dropped, None)),
        (QCoreApplication.translate("CallFigures", "Stood still"), words.freezes(stats.freezes, stats.freeze_s)),
        (QCoreApplication.translate("CallFigures", "Size"), words.size(stats.remote_width, stats.remote_height)),
        (QCoreApplication.translate("CallFigures", "Bitrate received"), words.bitrate(stats.bitrate_in_bps)),
        (QCoreApplication.translate("CallFigures", "Lost on the way here"), words.share(stats.loss)),
        (QCoreApplication.translate("CallFigures", "Jitter"), words.duration(stats.jitter_ms)),
        (QCoreApplication.translate("CallFigures", "Picture held back"), words.duration(stats.picture_delay_ms)),
        (QCoreApplication.translate("CallFigures", "Sound held back"), words.duration(stats.sound_delay_ms)),
        (QCoreApplication.translate("CallFigures", "Sound aims at"), words.duration(stats.sound_target_ms)),
        (QCoreApplication.translate("CallFigures", "Sound made up"), words.share(stats.sound_concealed)),
        (QCoreApplication.translate("CallFigures", "Their level"), words.level(stats.remote_audio_dbfs)),
    )


def _group(title: str, *rows: tuple[str, str]) -> FigureGroup:
    return FigureGroup(title, tuple(row for row in rows if row[1]))


class _Words:
    """Values with their units; empty where there is none."""

    def __init__(self, look: Appearance) -> None:
        self._look = look

    def frames(self, count: int | None, rate: float | None) -> str:
        if count is None:
            return ""
        if rate is None:
            return self._look.number(count)
        return QCoreApplication.translate("CallFigures", "{count} ({rate}/s)").format(
            count=self._look.number(count), rate=self._look.number(round(rate))
        )

    def freezes(self, count: int | None, duration_s: float | None) -> str:
        if count is None:
            return ""
        if duration_s is None:
            return self._look.number(count)
        return QCoreApplication.translate("CallFigures", "{count} ({duration} s)").format(
            count=self._look.number(count), duration=self._look.decimal(duration_s, 1)
        )

    def bitrate(self, bps: float | None) -> str:
        if bps is None:
            return ""
        kilobits = self._look.number(round(bps / 1000))
        return QCoreApplication.translate("CallFigures", "{number} kbit/s").format(number=kilobits)

    def duration(self, ms: float | None) -> str:
        if ms is None:
            return ""
        return QCoreApplication.translate("CallFigures", "{number} ms").format(number=self._look.number(round(ms)))

    def share(self, share: float | None) -> str:
        if share is None:
            return ""
        number = self._look.decimal(share * 100, 1)
        return QCoreApplication.translate("CallFigures", "{number}%").format(number=number)

    def level(self, dbfs: float | None) -> str:
        if dbfs is None:
            return ""
        number = self._look.number(round(dbfs)).replace("-", "\N{MINUS SIGN}")  # read before the digits, either way
        return QCoreApplication.translate("CallFigures", "{number} dBFS").format(number=number)

    def size(self, width: int | None, height: int | None) -> str:
        if width is None or height is None:
            return ""
        return isolated(f"{self._look.number(width)}×{self._look.number(height)}")

    def code(self, code: str | None) -> str:
        """A name of the trade, the same in every language."""
        return isolated(code) if code else ""

    def path(self, kind: str | None) -> str:
        """How the line goes, by the kind of its candidate (RFC 8445 section 5.1.1)."""
        match kind:
            case "host":
                return QCoreApplication.translate("CallFigures", "Direct")
            case "srflx" | "prflx":
                return QCoreApplication.translate("CallFigures", "Through a router")
            case "relay":
                return QCoreApplication.translate("CallFigures", "Through a relay")
            case _:
                return ""

    def noted(self, value: str, code: str | None) -> str:
        return f"{value} ({self.code(code)})" if value and code else value
