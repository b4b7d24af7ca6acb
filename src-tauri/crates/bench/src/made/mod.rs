//! Files to measure on, made here from fixed seeds: the same bytes each time, and nobody's document.

mod pdf;
mod picture;
mod random;

use std::fs;
use std::path::Path;

pub(crate) use random::Random;

use crate::Failure;

/// Makes a file's bytes.
type Maker = fn() -> Result<Vec<u8>, Failure>;

/// Every file by name. What a name begins with tells `cargo xtask bench` what is asked of it.
const FILES: [(&str, Maker); 4] = [
    ("text3.pdf", || Ok(pdf::text(3))),
    ("scan10.pdf", || pdf::scan(10)),
    ("document100.pdf", || Ok(pdf::document(100))),
    ("photo12.jpg", picture::photo),
];

/// Writes those that are not there yet.
pub(crate) fn write_all(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    for (name, make) in FILES {
        let path = folder.join(name);
        if !path.exists() {
            fs::write(path, make()?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_the_same_each_time_it_is_made() {
        assert_eq!(pdf::text(3), pdf::text(3));
        assert_eq!(pdf::document(2), pdf::document(2));
        assert_eq!(pdf::scan(1).expect("encoded"), pdf::scan(1).expect("encoded"));
        assert_eq!(picture::small_photo().expect("encoded"), picture::small_photo().expect("encoded"));
    }

    #[test]
    fn the_photo_tells_how_the_camera_was_held() {
        let photo = picture::small_photo().expect("encoded");
        assert!(photo.windows(6).any(|bytes| bytes == b"Exif\0\0"));
        assert!(photo.starts_with(&[0xFF, 0xD8, 0xFF]));
    }
}
