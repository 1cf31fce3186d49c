"""A second of a call over a good line, to be spoiled by whoever needs it."""

from desk_client.rtc.port import CallStats

CLEAN = CallStats(
    connected=True,
    rtt_ms=40.0,
    loss=0.0,
    jitter_ms=4.0,
    bitrate_in_bps=900_000.0,
    bitrate_out_bps=900_000.0,
    frames_captured=0,
    frames_sent=0,
    frames_received=0,
    frames_decoded=0,
    fps_captured=30.0,
    fps_sent=30.0,
    fps_decoded=30.0,
    remote_width=640,
    remote_height=360,
    remote_audio_dbfs=-30.0,
    remote_tone_hz=None,
    local_audio_dbfs=-30.0,
    codec="H264",
    engine_lateness_ms=1.0,
    freezes=0,
    freeze_s=0.0,
    available_bps=2_000_000.0,
    loss_out=0.0,
    sound_delay_ms=40.0,
    sound_concealed=0.0,
)
