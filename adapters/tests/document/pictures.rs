//! Pictures for samples, drawn here.

/// A PNG from a function of the place: grey with transparency.
pub fn png(width: u32, height: u32, pixel: impl Fn(u32, u32) -> (u8, u8)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    let mut writer = encoder.write_header().unwrap();
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (grey, alpha) = pixel(x, y);
            pixels.extend([grey, alpha]);
        }
    }
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A mark: rings in a rounded field.
pub fn logo() -> Vec<u8> {
    png(240, 96, |x, y| {
        let (dx, dy) = (x as i64 - 48, y as i64 - 48);
        let distance = dx * dx + dy * dy;
        let bar = x > 110 && (y / 16) % 2 == 1 && x < 230 - (y / 16) * 12;
        match distance {
            0..500 => (40, 255),
            1000..2200 => (90, 255),
            _ if bar => (60, 255),
            _ => (255, 0),
        }
    })
}

/// A pattern that looks like a payment code.
pub fn code() -> Vec<u8> {
    png(290, 290, |x, y| {
        let (column, row) = (x / 10, y / 10);
        let corner = |c: u32, r: u32| {
            let (c, r) = (c.abs_diff(3), r.abs_diff(3));
            c.max(r) <= 3 && c.max(r) != 2
        };
        let near = |value: u32| value < 7;
        let far = |value: u32| value >= 22;
        let dark = match (near(column), near(row), far(column), far(row)) {
            (true, true, _, _) => corner(column, row),
            (_, true, true, _) => corner(column - 22, row),
            (true, _, _, true) => corner(column, row - 22),
            _ => (column * 7 + row * 13 + column * row) % 5 < 2,
        };
        (if dark { 0 } else { 255 }, 255)
    })
}

/// A signature: a wave of ink on nothing.
pub fn signature() -> Vec<u8> {
    png(600, 200, |x, y| {
        let x = f64::from(x) / 40.0;
        let height = 100.0 + 60.0 * (x * 1.3).sin() * (1.0 - x / 20.0) + 15.0 * (x * 5.0).cos();
        if (f64::from(y) - height).abs() < 5.0 { (30, 255) } else { (255, 0) }
    })
}
