//! Browser and system, by the user agent string.

/// Name and version of the browser, and the system: `("Chromium 156", "Linux")`.
pub fn of_user_agent(text: &str) -> (String, String) {
    // The order matters: most user agents also name browsers further down.
    let browsers = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("HeadlessChrome/", "Headless Chromium"),
        ("Chrome/", "Chromium"),
        ("CriOS/", "Chrome"),
        ("FxiOS/", "Firefox"),
        ("Version/", "Safari"),
    ];
    let found = browsers.iter().find_map(|(mark, name)| {
        let version = text.split_once(mark)?.1;
        let version: String = version.chars().take_while(|letter| *letter != '.' && *letter != ' ').collect();
        Some(format!("{name} {version}"))
    });
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let system = systems.iter().find(|(mark, _)| text.contains(mark)).map(|(_, name)| *name);
    let unknown = |what: &str| format!("unknown {what}");
    (found.unwrap_or_else(|| unknown("browser")), system.map_or_else(|| unknown("system"), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::of_user_agent;

    #[test]
    fn browsers_are_told_apart() {
        let chromium = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) \
                        HeadlessChrome/156.0.0.0 Safari/537.36";
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0";
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
        let found = [chromium, firefox, safari, "curl"].map(of_user_agent);
        let found = found.each_ref().map(|(browser, system)| (browser.as_str(), system.as_str()));
        assert_eq!(
            found,
            [
                ("Headless Chromium 156", "Linux"),
                ("Firefox 153", "Windows"),
                ("Safari 17", "iOS"),
                ("unknown browser", "unknown system"),
            ]
        );
    }
}
