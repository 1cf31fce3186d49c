// Reads the stamp that desk_client/rtc/picture/stamp.py writes: three rows of 36 cells near the foot of the picture.

const COLUMNS = 36;
const ROWS = 3;
const CELLS_ACROSS = 64;
const CELLS_DOWN = 36;
const FIRST_ROW = 28;
const LEAST_CONTRAST = 48;
const GUARD = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0];
const BODY_BYTES = 9;
const NUDGES = [[0, 0], [0.25, 0], [-0.25, 0], [0, 0.25], [0, -0.25]];

// Where the stamp lies in a picture of that size, with room for the nudges; on even pixels, as 4:2:0 wants it.
export function stampRect(width, height) {
  const { cell, left, top } = grid(width, height);
  const x = Math.max(0, Math.floor((left - cell / 2) / 2) * 2);
  const y = Math.max(0, Math.floor((top - cell / 2) / 2) * 2);
  const right = Math.min(width & ~1, Math.ceil((left + cell * (COLUMNS + 0.5)) / 2) * 2);
  const bottom = Math.min(height & ~1, Math.ceil((top + cell * (ROWS + 0.5)) / 2) * 2);
  return { x, y, width: right - x, height: bottom - y };
}

// `luma` holds the rows of `rect` alone, `stride` bytes each; null where there is no stamp that can be trusted.
export function readStamp(luma, stride, rect, width, height) {
  const { cell, left, top } = grid(width, height);
  if (cell < 2) return null;
  for (const [nudgeX, nudgeY] of NUDGES) {
    const found = readAt(luma, stride, rect, cell, left + nudgeX * cell, top + nudgeY * cell);
    if (found) return found;
  }
  return null;
}

function grid(width, height) {
  const cell = Math.max(width / CELLS_ACROSS, height / CELLS_DOWN);
  return { cell, left: width / 2 - (cell * COLUMNS) / 2, top: height / 2 + cell * (FIRST_ROW - CELLS_DOWN / 2) };
}

function readAt(luma, stride, rect, cell, left, top) {
  const reach = Math.max(1, Math.floor(cell * 0.4));
  const cells = new Float64Array(ROWS * COLUMNS);
  for (let row = 0; row < ROWS; row++) {
    const y = Math.floor(top + (row + 0.5) * cell - reach / 2 + 0.5) - rect.y;
    for (let column = 0; column < COLUMNS; column++) {
      const x = Math.floor(left + (column + 0.5) * cell - reach / 2 + 0.5) - rect.x;
      if (x < 0 || y < 0 || x + reach > rect.width || y + reach > rect.height) return null;
      let sum = 0;
      for (let dy = 0; dy < reach; dy++) {
        for (let dx = 0; dx < reach; dx++) sum += luma[(y + dy) * stride + x + dx];
      }
      cells[row * COLUMNS + column] = sum / (reach * reach);
    }
  }
  let leastLight = 255, mostDark = 0, light = 0, dark = 0;
  GUARD.forEach((bit, index) => {
    if (bit) {
      leastLight = Math.min(leastLight, cells[index]);
      light += cells[index] / 10;
    } else {
      mostDark = Math.max(mostDark, cells[index]);
      dark += cells[index] / 10;
    }
  });
  if (leastLight - mostDark < LEAST_CONTRAST / 2 || light - dark < LEAST_CONTRAST) return null;
  const bytes = new Uint8Array(BODY_BYTES + 2);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    if (cells[GUARD.length + bit] > (light + dark) / 2) bytes[bit >> 3] |= 0x80 >> (bit & 7);
  }
  const view = new DataView(bytes.buffer);
  if (view.getUint16(BODY_BYTES) !== crc16(bytes.subarray(0, BODY_BYTES))) return null;
  return { source: view.getUint8(0), counter: view.getUint32(1), clockMs: view.getUint32(5) };
}

// CRC-CCITT with polynomial 0x1021 from 0xFFFF, as Python's binascii.crc_hqx.
function crc16(bytes) {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
