//! One stylesheet of many: `style/` has a sheet for every region of the page, which is how one reads
//! them; a visit loads a single file, without the comments.

use std::path::Path;

use crate::shell::Failure;

/// Puts the sheets that index.html links into one, in their order; returns its name.
pub fn join(staging: &Path) -> Result<String, Failure> {
    let page = staging.join("index.html");
    let html = std::fs::read_to_string(&page).map_err(|error| Failure::file("reading", &page, &error))?;
    let links: Vec<&str> = html.split_inclusive('>').filter_map(link).collect();
    let Some(first) = links.first() else {
        return Err(Failure::new("index.html links no stylesheet."));
    };
    let mut all = String::new();
    for link in &links {
        let path = staging.join(sheet(link)?);
        let css = std::fs::read_to_string(&path).map_err(|error| Failure::file("reading", &path, &error))?;
        all.push_str(&squeezed(&css));
        std::fs::remove_file(&path).map_err(|error| Failure::file("removing", &path, &error))?;
    }
    let name = format!("style-{:016x}.css", crate::post_build::hash(all.as_bytes()));
    let path = staging.join(&name);
    std::fs::write(&path, all).map_err(|error| Failure::file("writing", &path, &error))?;
    let mut html = html.replacen(first, &format!("<link rel=\"stylesheet\" href=\"./{name}\">"), 1);
    for link in &links[1..] {
        html = html.replacen(link, "", 1);
    }
    std::fs::write(&page, html).map_err(|error| Failure::file("writing", &page, &error))?;
    Ok(name)
}

/// Takes out of a sheet that is loaded by itself what means nothing.
pub fn squeeze(path: &Path) -> Result<(), Failure> {
    let css = std::fs::read_to_string(path).map_err(|error| Failure::file("reading", path, &error))?;
    std::fs::write(path, squeezed(&css)).map_err(|error| Failure::file("writing", path, &error))
}

/// The stylesheet link that this piece of HTML ends with, if it does.
fn link(piece: &str) -> Option<&str> {
    let tag = &piece[piece.rfind('<')?..];
    (tag.starts_with("<link ") && tag.contains("rel=\"stylesheet\"")).then_some(tag)
}

/// The name of the sheet that a link leads to.
fn sheet(link: &str) -> Result<&str, Failure> {
    let href = link.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"'));
    match href {
        Some((href, _)) => Ok(href.trim_start_matches("./")),
        None => Err(Failure::new(format!("a stylesheet link has no address: {link}"))),
    }
}

/// The sheet without comments, and without the spaces that mean nothing. A space before a colon or
/// around an operator may mean something and stays.
fn squeezed(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if first == '"' {
            let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            let after = out.ends_with(['{', '}', ';', ',', ':', ' ']) || out.is_empty();
            if !after && !rest.starts_with(['{', '}', ';', ',']) {
                out.push(' ');
            }
        } else {
            if first == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{join, squeezed};

    #[test]
    fn only_what_means_nothing_goes() {
        let css = "/* why */\n.a,\n.b :is(p) { width: calc(100% - 2px); content: \" /* kept */ \"; }\n\
                   @media (max-width: 45rem) and (pointer: coarse) {\n  .c { margin: 0 auto; }\n}\n";
        assert_eq!(
            squeezed(css),
            ".a,.b :is(p){width:calc(100% - 2px);content:\" /* kept */ \"}\
             @media (max-width:45rem) and (pointer:coarse){.c{margin:0 auto}}"
        );
    }

    #[test]
    fn an_unfinished_comment_or_string_ends_the_sheet() {
        assert_eq!(squeezed(".a{}/* open"), ".a{}");
        assert_eq!(squeezed(".a{content:\"open"), ".a{content:\"open");
    }

    #[test]
    fn the_sheets_become_one_in_their_order() {
        let staging = std::env::temp_dir().join(format!("safelight-sheets-{}", std::process::id()));
        std::fs::create_dir_all(&staging).expect("the temporary folder is writable");
        let write =
            |name: &str, text: &str| std::fs::write(staging.join(name), text).expect("it is writable");
        write("b-1.css", ".b { }");
        write("a-2.css", ".a { }");
        write(
            "index.html",
            "<head><link rel=\"icon\" href=\"./i.svg\"><link rel=\"stylesheet\" href=\"./b-1.css\" integrity=\"x\"/>\n\
             <link rel=\"stylesheet\" href=\"./a-2.css\"/></head>",
        );
        let name = join(&staging).expect("all is there");
        let read = |name: &str| std::fs::read_to_string(staging.join(name)).expect("it is there");
        assert_eq!(read(&name), ".b{}.a{}");
        let html = read("index.html");
        assert!(html.contains(&format!("<link rel=\"stylesheet\" href=\"./{name}\">")), "{html}");
        assert!(html.contains("i.svg") && !html.contains("b-1") && !html.contains("a-2"), "{html}");
        assert!(!staging.join("b-1.css").exists() && !staging.join("a-2.css").exists());
        assert!(join(&staging).is_ok(), "a sheet of one is joined too");
        std::fs::remove_dir_all(staging).expect("the temporary folder is writable");
    }
}
