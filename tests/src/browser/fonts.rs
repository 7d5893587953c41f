//! The fonts that a browser may use: Liberation alone, which `cargo xtask tools` installs, so that the page has the same
//! letters on every machine.

use std::path::{Path, PathBuf};

use crate::paths::target;

/// A configuration for fontconfig that knows only the Liberation fonts, and draws their outlines unhinted.
const CONFIGURATION: &str = r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>CACHE</cachedir>
  <selectfont>
    <acceptfont><glob>*/Liberation*</glob></acceptfont>
    <rejectfont><glob>*.*</glob></rejectfont>
  </selectfont>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Liberation Sans</string></edit>
  </match>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"#;

/// Writes the configuration into this folder; its path, for the variable `FONTCONFIG_FILE`.
///
/// # Panics
/// When the folder can't be written.
pub fn configuration(folder: &Path) -> PathBuf {
    let path = folder.join("fonts.conf");
    let cache = target().join("font-cache").display().to_string();
    std::fs::write(&path, CONFIGURATION.replace("CACHE", &cache)).expect("the temporary folder is writable");
    path
}
