"""Joins the cut faces: letters of Noto Sans, signs of Noto Sans Math and Symbols 2."""
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

for face in ("Regular", "Bold"):
    base = TTFont(f"a-{face}.ttf")
    joined = Merger().merge([f"a-{face}.ttf", "m.ttf", "s.ttf"])
    # Names and measures stay those of the letters.
    joined["name"], joined["OS/2"] = base["name"], base["OS/2"]
    joined["hhea"].ascent, joined["hhea"].descent = base["hhea"].ascent, base["hhea"].descent
    joined["hhea"].lineGap = base["hhea"].lineGap
    joined["post"].formatType = 3.0
    for field in ("created", "modified", "fontRevision", "macStyle"):
        setattr(joined["head"], field, getattr(base["head"], field))
    joined.recalcTimestamp = False
    joined.save(f"NotoSans-{face}.ttf")
