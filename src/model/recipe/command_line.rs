//! A stack as a line for the command `safelight`.

use crate::model::stack::FilterLayer;

/// The line that does to this photo what these rows do. What has its default is left out.
pub fn command_line(photo: &str, layers: &[FilterLayer]) -> String {
    let mut line = format!("safelight apply {}", quoted(photo));
    for layer in layers.iter().filter(|layer| layer.on) {
        let step = layer.step();
        let params =
            layer.filter.params.iter().zip(&layer.values).filter(|(param, value)| param.default != **value);
        let mut settings: Vec<_> = params.map(|(param, value)| format!("{}={value}", param.id)).collect();
        if step.strength != safelight_recipe::FULL_STRENGTH {
            settings.push(format!("mix={}", step.strength));
        }
        if let Some(table) = &layer.table {
            settings.push(format!("cube={}", table.name));
        }
        let colon = if settings.is_empty() { "" } else { ":" };
        line += " --filter ";
        line += &quoted(&format!("{}{colon}{}", layer.filter.id, settings.join(",")));
    }
    let stem = photo.rsplit_once('.').map_or(photo, |(stem, _)| stem);
    line + " --output " + &quoted(&format!("{stem}-edited.png"))
}

/// As a shell takes one word. Most need no quotes.
fn quoted(word: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.,:=/".contains(&byte);
    if word.bytes().all(is_plain) && !word.starts_with('-') && !word.is_empty() {
        word.to_owned()
    } else {
        // A name that looks like an option is a path all the same.
        let dot = if word.starts_with('-') { "./" } else { "" };
        format!("'{dot}{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;
    use crate::model::stack::Stack;

    #[test]
    fn a_line_has_what_was_set_and_no_more() {
        let mut stack = Stack::default();
        let key = stack.add(spec("levels").unwrap());
        stack.set(key, 0, 12.0);
        stack.set(key, 1, 1.25);
        stack.add(spec("sepia").unwrap());
        let off = stack.add(spec("invert").unwrap());
        stack.switch(off, false);
        assert_eq!(
            command_line("hills.jpg", stack.layers()),
            "safelight apply hills.jpg --filter levels:black=12,gamma=1.25 --filter sepia --output hills-edited.png"
        );
    }

    #[test]
    fn names_are_one_word_each() {
        assert_eq!(quoted("a b.png"), "'a b.png'");
        assert_eq!(quoted("it's.png"), r"'it'\''s.png'");
        assert_eq!(quoted("-rf"), "'./-rf'");
        assert_eq!(quoted("größe.png"), "'größe.png'");
        assert_eq!(quoted("$(x).png"), "'$(x).png'");
    }
}
