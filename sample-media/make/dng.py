"""A small DNG 1.4: a JPEG preview in the first directory and an RGGB mosaic (8 bits, linearised by a table) below it."""
import struct

BYTE, ASCII, SHORT, LONG, RATIONAL, SRATIONAL = 1, 2, 3, 4, 5, 10
WIDTH = {BYTE: 1, ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8, SRATIONAL: 8}
CODE = {BYTE: 'B', SHORT: 'H', LONG: 'I'}
# XYZ (D65) to sRGB: the mosaic is filtered from an sRGB picture, so sRGB's primaries are the camera's.
COLOUR_MATRIX = [3.2405, -1.5371, -0.4985, -0.9693, 1.8760, 0.0416, 0.0556, -0.2040, 1.0572]
D65 = 21


def pack(kind, values):
    if kind == ASCII:
        return values.encode() + b'\0'
    if kind in (RATIONAL, SRATIONAL):
        return b''.join(struct.pack('<ii', round(value * 10000), 10000) for value in values)
    return struct.pack(f'<{len(values)}{CODE[kind]}', *values)


def directory(entries, at):
    """Bytes of an IFD that lies at an offset, its longer values right behind it."""
    behind = at + 2 + 12 * len(entries) + 4
    table, values = struct.pack('<H', len(entries)), b''
    for tag, kind, value in sorted(entries):
        data = pack(kind, value)
        count = len(data) // WIDTH[kind]
        if len(data) <= 4:
            table += struct.pack('<HHI', tag, kind, count) + data.ljust(4, b'\0')
        else:
            table += struct.pack('<HHII', tag, kind, count, behind + len(values))
            values += data + b'\0' * (len(data) % 2)
    return table + struct.pack('<I', 0) + values


def linear(value):
    part = value / 255
    return round(65535 * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4))


def write_dng(path, ppm, preview, make, model):
    """From the bytes of a binary PPM and of its JPEG preview."""
    width, height = (int(side) for side in ppm.split(maxsplit=3)[1:3])
    pixels = ppm[-3 * width * height:]
    mosaic = bytes(pixels[3 * (y * width + x) + (y % 2) + (x % 2)] for y in range(height) for x in range(width))

    def layout(preview_at, mosaic_at, raw_at):
        first = [
            (254, LONG, [1]), (256, LONG, [width]), (257, LONG, [height]), (258, SHORT, [8, 8, 8]), (259, SHORT, [7]),
            (262, SHORT, [6]), (271, ASCII, make), (272, ASCII, model), (273, LONG, [preview_at]), (274, SHORT, [1]),
            (277, SHORT, [3]), (278, LONG, [height]), (279, LONG, [len(preview)]), (284, SHORT, [1]), (330, LONG, [raw_at]),
            (50706, BYTE, [1, 4, 0, 0]), (50707, BYTE, [1, 1, 0, 0]), (50708, ASCII, f'{make} {model}'),
            (50721, SRATIONAL, COLOUR_MATRIX), (50728, RATIONAL, [1, 1, 1]), (50778, SHORT, [D65]),
        ]
        raw = [
            (254, LONG, [0]), (256, LONG, [width]), (257, LONG, [height]), (258, SHORT, [8]), (259, SHORT, [1]),
            (262, SHORT, [32803]), (273, LONG, [mosaic_at]), (277, SHORT, [1]), (278, LONG, [height]),
            (279, LONG, [len(mosaic)]), (284, SHORT, [1]), (33421, SHORT, [2, 2]), (33422, BYTE, [0, 1, 1, 2]),
            (50712, SHORT, [linear(value) for value in range(256)]), (50717, LONG, [65535]),
        ]
        return directory(first, 8), raw

    first, _ = layout(0, 0, 0)
    raw_at = 8 + len(first)
    _, raw = layout(0, 0, raw_at)
    preview_at = raw_at + len(directory(raw, raw_at))
    preview_at += preview_at % 2
    mosaic_at = preview_at + len(preview) + len(preview) % 2
    first, raw = layout(preview_at, mosaic_at, raw_at)
    head = struct.pack('<2sHI', b'II', 42, 8) + first + directory(raw, raw_at)
    head = head.ljust(preview_at, b'\0') + preview
    path.write_bytes(head.ljust(mosaic_at, b'\0') + mosaic)
