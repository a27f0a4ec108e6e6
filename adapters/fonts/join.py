"""Joins the cut faces: letters of Noto Sans, signs of its Math, Symbols and Symbols 2, and Emoji."""
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

for face in ("Regular", "Bold"):
    base = TTFont(f"a-{face}.ttf")
    emoji = TTFont("e.ttf")
    scale_upem(emoji, base["head"].unitsPerEm)
    for table in ("STAT", "vhea", "vmtx"):
        if table in emoji:
            del emoji[table]
    emoji.save("f.ttf")
    joined = Merger().merge([f"a-{face}.ttf", "m.ttf", "s.ttf", "t.ttf", "f.ttf"])
    # Names and measures stay those of the letters.
    joined["name"], joined["OS/2"] = base["name"], base["OS/2"]
    joined["hhea"].ascent, joined["hhea"].descent = base["hhea"].ascent, base["hhea"].descent
    joined["hhea"].lineGap = base["hhea"].lineGap
    joined["post"].formatType = 3.0
    for field in ("created", "modified", "fontRevision", "macStyle"):
        setattr(joined["head"], field, getattr(base["head"], field))
    joined.recalcTimestamp = False
    joined.save(f"NotoSans-{face}.ttf")
