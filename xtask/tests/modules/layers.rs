//! The layers of the page. Arrows point downwards only; each layer lists all that it may know.

/// A layer, told by how the paths of its files begin below `src/`.
pub struct Layer {
    pub name: &'static str,
    starts: &'static [&'static str],
    /// Layers that its files may import from, besides their own.
    pub may_use: &'static [&'static str],
    /// How the names of crates begin that its files may not name.
    pub may_not_name: &'static [&'static str],
}

/// Crates that know of a browser.
const WEB: &[&str] =
    &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "idb", "console_error_panic_hook"];

/// From the bottom to the top. The first whose start fits is a file's layer.
pub const LAYERS: &[Layer] = &[
    // Small wrappers of browser interfaces, which would serve any other page as well.
    Layer { name: "platform", starts: &["platform/"], may_use: &[], may_not_name: &["safelight"] },
    // Plain data and arithmetic, tested natively.
    Layer { name: "model", starts: &["model/"], may_use: &[], may_not_name: WEB },
    Layer { name: "i18n", starts: &["i18n/"], may_use: &["model"], may_not_name: &[] },
    // Input and output: worker client, storage, export. A service knows no signal; failures leave it as codes.
    Layer {
        name: "services",
        starts: &["services/"],
        may_use: &["platform", "model"],
        may_not_name: &["leptos"],
    },
    // The only mutable state, and the only caller of services but for who makes them.
    Layer {
        name: "store",
        starts: &["store/"],
        may_use: &["platform", "model", "i18n", "services"],
        may_not_name: &[],
    },
    Layer {
        name: "commands",
        starts: &["commands/"],
        may_use: &["platform", "model", "i18n", "store"],
        may_not_name: &[],
    },
    Layer {
        name: "ui",
        starts: &["ui/"],
        may_use: &["platform", "model", "i18n", "store", "commands"],
        may_not_name: &[],
    },
    Layer {
        name: "app",
        starts: &["app/", "app.rs", "main.rs"],
        may_use: &["platform", "model", "i18n", "services", "store", "commands", "ui"],
        may_not_name: &[],
    },
];

/// The layer of a file, given by its path below `src/`.
pub fn of(file: &str) -> Option<&'static Layer> {
    LAYERS.iter().find(|layer| layer.starts.iter().any(|start| file.starts_with(start)))
}

impl Layer {
    /// Whether a file of this layer may import from a file of the other.
    pub fn may_import_from(&self, other: &Self) -> bool {
        self.name == other.name || self.may_use.contains(&other.name)
    }
}
