//! Writes the page's words, one file a language, into a folder, which is made.

use std::env;
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use mingbai_core::Language;
use mingbai_web::locale;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("usage: words <folder>")?);
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        fs::write(folder.join(locale::name(language)), locale::content(language))?;
    }
    Ok(())
}
