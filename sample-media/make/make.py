#!/usr/bin/env python3
"""Makes the sample photos: crops and converts the pictures named in recipes.json and writes into them what their
expected.json says, in the layers that the recipe names. The expected readings are written by hand; only their width and
height are filled in here.

    make.py PICTURES [NAME ...]

PICTURES holds a folder for each Debian package, with its pictures in it. Needs Debian's exiftool, imagemagick,
libvips-tools, libheif-examples, libavif-bin, libjxl-tools, libopenjp2-tools, webp and icc-profiles-free."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from dng import write_dng

HERE = Path(__file__).parent
SAMPLES = HERE.parent
ADOBE_RGB = '/usr/share/color/icc/compatibleWithAdobeRGB1998.icc'

# Field: XMP tag, IIM tag, IIM limit in bytes, EXIF tag.
TAGS = {
    'headline': ('photoshop:Headline', 'Headline', 256, None),
    'description': ('dc:Description', 'Caption-Abstract', 2000, 'ImageDescription'),
    'creatorNames': ('dc:Creator', 'By-line', 32, 'Artist'),
    'jobtitle': ('photoshop:AuthorsPosition', 'By-lineTitle', 32, None),
    'creditLine': ('photoshop:Credit', 'Credit', 32, None),
    'source': ('photoshop:Source', 'Source', 32, None),
    'copyrightNotice': ('dc:Rights', 'CopyrightNotice', 128, 'Copyright'),
    'sublocationName': ('iptcCore:Location', 'Sub-location', 32, None),
    'cityName': ('photoshop:City', 'City', 32, None),
    'provinceState': ('photoshop:State', 'Province-State', 32, None),
    'countryName': ('photoshop:Country', 'Country-PrimaryLocationName', 64, None),
    'countryCode': ('iptcCore:CountryCode', 'Country-PrimaryLocationCode', 3, None),
    'keywords': ('dc:Subject', 'Keywords', 64, None),
    'instructions': ('photoshop:Instructions', 'SpecialInstructions', 256, None),
    'title': ('dc:Title', 'ObjectName', 64, None),
    'jobid': ('photoshop:TransmissionReference', 'OriginalTransmissionReference', 32, None),
    'captionWriter': ('photoshop:CaptionWriter', 'Writer-Editor', 32, None),
}
# How the upright picture is turned so that the orientation tag turns it back.
TURN_BACK = {1: [], 2: ['-flop'], 3: ['-rotate', '180'], 4: ['-flip'], 5: ['-transpose'], 6: ['-rotate', '270'],
             7: ['-transverse'], 8: ['-rotate', '90']}


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def size(path):
    return [int(subprocess.check_output(['vipsheader', '-f', side, path])) for side in ('width', 'height')]


def develop(recipe, expected, pictures, target, work):
    """Pixels without metadata, in the format of the target."""
    source, cropped, small, turned = pictures / recipe['picture'], work / 'c.png', work / 's.png', work / 't.png'
    width, height = size(source)
    x, y, w, h = recipe.get('crop', [0, 0, 1, 1])
    run('vips', 'crop', source, cropped, int(width * x), int(height * y), int(width * w), int(height * h))
    long = recipe.get('long', 1200)
    run('vipsthumbnail', cropped, '-s', f'{long}x{long}>', '-o', f'{small}[strip]')
    run('convert', small, *TURN_BACK[expected['orientation']], '+repage', '-strip', turned)
    quality = recipe.get('quality', 80)
    kind = target.suffix
    if kind == '.dng':
        preview, pixels = work / 'preview.jpg', work / 'pixels.ppm'
        run('convert', turned, '-quality', quality, preview)
        run('convert', turned, '-depth', '8', pixels)
        write_dng(target, pixels.read_bytes(), preview.read_bytes(), 'Kestrel', 'K5 Mark II')
    elif kind == '.heic':
        run('heif-enc', '-q', 45, '-o', target, turned)
    elif kind == '.avif':
        run('avifenc', '-s', 4, '--min', 24, '--max', 34, turned, target)
    elif kind == '.jxl':
        run('cjxl', '-q', quality, '--container=1', turned, target)
    elif kind == '.jp2':
        run('opj_compress', '-i', turned, '-o', target, '-r', 24)
    elif kind == '.psd':
        run('convert', turned, '-depth', '8', '-compress', 'RLE', target)
    elif kind == '.webp':
        run('cwebp', '-quiet', '-q', quality, turned, '-o', target)
    elif kind == '.tif':
        run('convert', turned, '-compress', 'LZW', target)
    elif kind == '.png':
        run('convert', turned, '-define', 'png:exclude-chunks=date', target)
    elif recipe.get('profile') == 'adobe-rgb':
        run('vips', 'icc_transform', turned, f'{target}[Q={quality}]', ADOBE_RGB, '--input-profile', 'srgb')
    elif recipe.get('profile') == 'display-p3':
        run('vips', 'icc_transform', turned, f'{target}[Q={quality}]', 'p3', '--input-profile', 'srgb')
    elif recipe.get('profile') == 'cmyk':
        run('vips', 'icc_transform', turned, f'{target}[Q={quality},strip]', 'cmyk', '--input-profile', 'srgb')
    else:
        run('convert', turned, '-quality', quality, target)


def in_bytes(text, limit, charset):
    return text.encode(charset)[:limit].decode(charset, 'ignore')


def date_tags(date, layers):
    day = (date[:10] + '-00-00')[:10].replace('-', ':')
    time = date[11:]
    spelled = date[:10].replace('-', ':') + (' ' + time if time else '')
    if 'xmp' in layers:
        yield f'-XMP-photoshop:DateCreated={spelled}'
    if 'iim' in layers:
        yield f'-IPTC:DateCreated={day}'
        if time:
            yield f'-IPTC:TimeCreated={time}'
    if 'exif' in layers and time:
        yield f'-ExifIFD:DateTimeOriginal={day} {time[:8]}'
        if time[8:]:
            yield f'-ExifIFD:OffsetTimeOriginal={time[8:]}'
            yield '-ExifIFD:ExifVersion=0232'


def tags(expected, recipe):
    layers = recipe['layers'].split()
    charset = {'Latin1': 'latin-1', 'MacRoman': 'mac-roman'}.get(recipe.get('iimCharset'), 'utf-8')
    other = {conflict['field']: conflict['values'] for conflict in expected['conflicts']}
    if 'iim' in layers and charset == 'utf-8':
        yield '-IPTC:CodedCharacterSet=UTF8'
    for field, value in expected['fields'].items():
        if field == 'dateCreated':
            yield from date_tags(value, layers)
            continue
        xmp, iim, limit, exif = TAGS[field]
        said = {layer: other.get(field, {}).get(layer, value) for layer in ('XMP', 'IIM', 'EXIF')}
        listed = {layer: texts if isinstance(texts, list) else [texts] for layer, texts in said.items()}
        if 'xmp' in layers:
            yield from (f'-XMP-{xmp}={text}' for text in listed['XMP'])
        if 'iim' in layers:
            yield from (f'-IPTC:{iim}={in_bytes(text, limit, charset)}' for text in listed['IIM'])
        if 'exif' in layers and exif:
            yield f'-IFD0:{exif}={"; ".join(listed["EXIF"])}'
    for field, texts in expected.get('languages', {}).items():
        yield from (f'-XMP-{TAGS[field][0]}-{language}={text}' for language, text in texts.items())
    for name, value in expected.get('camera', {}).items():
        yield f'-IFD0:{name.capitalize()}={value}'
    if 'gps' in expected:
        lat, lon = expected['gps']['lat'], expected['gps']['lon']
        yield from (f'-GPS:GPSLatitude={abs(lat)}', f'-GPS:GPSLatitudeRef={"N" if lat >= 0 else "S"}',
                    f'-GPS:GPSLongitude={abs(lon)}', f'-GPS:GPSLongitudeRef={"E" if lon >= 0 else "W"}')
    if expected['orientation'] != 1:
        yield f'-IFD0:Orientation#={expected["orientation"]}'
    ids = expected.get('agencyPhotoIds', {})
    if 'getty' in ids:
        yield f'-XMP-getty:AssetID={ids["getty"]}'
    if 'fixture' in ids:
        yield f'-IPTC:FixtureIdentifier={ids["fixture"]}'


def make(name, pictures):
    recipe = json.loads((HERE / 'recipes.json').read_text())[name]
    target, reading = SAMPLES / name, SAMPLES / f'{name}.expected.json'
    expected = json.loads(reading.read_text())
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        develop(recipe, expected, pictures, target, work)
        written = list(tags(expected, recipe))
        if target.suffix == '.jpg' and 'exif' in recipe['layers']:
            run('vipsthumbnail', target, '-s', '160x160', '-o', work / 'thumb.jpg[Q=70,strip]')
            width, height = size(target)
            written += [f'-ThumbnailImage<={work / "thumb.jpg"}', f'-ExifImageWidth={width}', f'-ExifImageHeight={height}']
        run('exiftool', '-q', '-m', '-overwrite_original', '-charset', f'iptc={recipe.get("iimCharset", "UTF8")}', *written, target)
    expected['width'], expected['height'] = exif_size(target) if target.suffix in ('.heic', '.avif', '.jxl', '.jp2', '.psd', '.dng') else size(target)
    reading.write_text(json.dumps(expected, ensure_ascii=False, indent=2) + '\n')


def exif_size(path):
    return [int(side) for side in subprocess.check_output(['exiftool', '-s3', '-ImageSize', path], text=True).strip().split('x')]


if __name__ == '__main__':
    for one in sys.argv[2:] or json.loads((HERE / 'recipes.json').read_text()):
        print(one)
        make(one, Path(sys.argv[1]))
