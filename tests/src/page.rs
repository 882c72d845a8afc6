//! One browser window on the served site: find, click, type, read, wait, look.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use http::Method;
use mingbai_rules::serve::{Port, Request, STRICT_POLICY, ServeOptions, Server};
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::browser::{Appearance, Browser, Installed, Running};
use crate::failure::Failure;
use crate::site::Site;

/// Where a portal might put the checker; never the root, so that an absolute path shows.
pub const PREFIX: &str = "/portal/zc/";

/// How long anything is waited for.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// How long between two looks while waiting.
const INTERVAL: Duration = Duration::from_millis(40);

/// Prepended to every script: the element, and its shadow root or null.
const PRELUDE: &str = "const host = document.querySelector('mingbai-checker');\
     const root = host && host.shadowRoot;";

/// What a WebDriver calls a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How a portal serves the site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Host {
    /// Under [`STRICT_POLICY`], to its own pages only.
    #[default]
    Strict,
    /// Without a policy but that of each page, to pages of any origin.
    Lax,
}

/// A browser window on a served site, the checker in it being in one open shadow root.
///
/// Selectors are looked up inside that root, and everything waits until it is there, up to
/// [`DEADLINE`]. Nothing sleeps for a fixed time.
#[derive(Debug)]
pub struct Page {
    running: Running,
    network: Mutex<Network>,
    /// The address of the site, ending in a slash.
    url: String,
    options: ServeOptions,
    site: Site,
}

/// The server, while there is a network, and what was asked of it before.
#[derive(Debug)]
struct Network {
    server: Option<Server>,
    earlier: Vec<Request>,
}

impl Page {
    /// Serves a site under [`PREFIX`] and the strict policy, and opens a window, without
    /// going anywhere yet.
    ///
    /// # Errors
    ///
    /// The server, the driver or the browser does not start.
    pub async fn open(
        installed: &Installed,
        site: Site,
        appearance: &Appearance,
    ) -> Result<Self, Failure> {
        Self::open_on(installed, site, appearance, Host::Strict).await
    }

    /// As [`Page::open`], on a host of another kind.
    ///
    /// # Errors
    ///
    /// As [`Page::open`].
    pub async fn open_on(
        installed: &Installed,
        site: Site,
        appearance: &Appearance,
        host: Host,
    ) -> Result<Self, Failure> {
        let strict = host == Host::Strict;
        let mut options = ServeOptions {
            directories: vec![site.folder().to_owned()],
            prefix: PREFIX.to_owned(),
            port: Port::Any,
            content_security_policy: strict.then(|| STRICT_POLICY.to_owned()),
            any_origin: !strict,
        };
        let server = Server::start(options.clone()).await?;
        options.port = Port::Exactly(server.address().port());
        let running = installed.start(appearance).await?;
        if running.kind() == Browser::Chromium {
            // A script may take as long as a story.
            let patience = Some(Duration::from_secs(170));
            let timeouts = TimeoutConfiguration::new(patience, None, None);
            running.client.update_timeouts(timeouts).await?;
        }
        let url = server.url();
        let network = Network { server: Some(server), earlier: Vec::new() };
        let page = Self { running, network: Mutex::new(network), url, options, site };
        page.resize(appearance.width, appearance.height).await?;
        if appearance.dark && page.browser() == Browser::Chromium {
            let features = [json!({"name": "prefers-color-scheme", "value": "dark"})];
            page.devtools("Emulation.setEmulatedMedia", json!({"features": features}))
                .await?;
        }
        Ok(page)
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.running.kind()
    }

    /// The files that are served; changes show at the next visit.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Goes to a page of the site, such as `""` for its host page.
    ///
    /// # Errors
    ///
    /// The browser refuses or does not load it.
    pub async fn visit(&self, path: &str) -> Result<(), Failure> {
        self.go(&self.address(path)).await
    }

    /// Goes to any address, such as one of another server.
    ///
    /// # Errors
    ///
    /// The browser refuses or does not load it.
    pub async fn go(&self, address: &str) -> Result<(), Failure> {
        let visited = self.running.client.goto(address).await;
        visited.map_err(|error| Failure::from(error).during(format!("visit `{address}`")))
    }

    /// Opens a new tab and closes the one before, so that its page is gone for good.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn new_tab(&self) -> Result<(), Failure> {
        let client = &self.running.client;
        let tab = client.new_window(true).await?.handle;
        client.close_window().await?;
        Ok(client.switch_to_window(tab).await?)
    }

    /// Takes the network away: nothing listens under the site's address any more.
    ///
    /// # Errors
    ///
    /// What the server reported when it had failed.
    pub async fn disconnect(&self) -> Result<(), Failure> {
        let server = {
            let mut network = self.network();
            let requests =
                network.server.as_ref().map(Server::requests).unwrap_or_default();
            network.earlier.extend(requests);
            network.server.take()
        };
        match server {
            Some(server) => Ok(server.stop().await?),
            None => Ok(()),
        }
    }

    /// Gives the network back, under the same address.
    ///
    /// # Errors
    ///
    /// Somebody else has taken the port.
    pub async fn reconnect(&self) -> Result<(), Failure> {
        let server = Server::start(self.options.clone()).await?;
        self.network().server = Some(server);
        Ok(())
    }

    fn network(&self) -> MutexGuard<'_, Network> {
        self.network.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The address of a page of the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// The address of a page of the site, under another name of this machine: for a
    /// browser, another origin.
    pub fn other_origin(&self, path: &str) -> String {
        self.address(path).replacen("127.0.0.1", "localhost", 1)
    }

    /// From now on looks into the first frame of the page, which may be of any origin.
    ///
    /// # Errors
    ///
    /// There is none.
    pub async fn enter_frame(&self) -> Result<(), Failure> {
        Ok(self.running.client.enter_frame(0).await?)
    }

    /// From now on looks into the page itself again.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn leave_frame(&self) -> Result<(), Failure> {
        Ok(self.running.client.enter_parent_frame().await?)
    }

    /// Waits for the first element in the checker that matches a CSS selector.
    ///
    /// # Errors
    ///
    /// None appears in time.
    pub async fn element(&self, css: &str) -> Result<Element, Failure> {
        self.element_with(css, "").await
    }

    /// Waits for the first shown element that matches a selector and whose text has this
    /// in it.
    ///
    /// # Errors
    ///
    /// None appears in time.
    pub async fn element_with(&self, css: &str, text: &str) -> Result<Element, Failure> {
        let what = named(css, text);
        wait_until(&what, DEADLINE, async || self.find(css, text).await).await
    }

    /// Clicks an element as a person would, once it can be clicked.
    ///
    /// # Errors
    ///
    /// None can be clicked in time.
    pub async fn click(&self, css: &str) -> Result<(), Failure> {
        self.click_with(css, "").await
    }

    /// Clicks the first element that matches and whose text has this in it.
    ///
    /// # Errors
    ///
    /// None can be clicked in time.
    pub async fn click_with(&self, css: &str, text: &str) -> Result<(), Failure> {
        let what = format!("a click on {}", named(css, text));
        wait_until(&what, DEADLINE, async || {
            let Some(element) = self.find(css, text).await? else { return Ok(None) };
            match element.click().await {
                // WebKit takes the inside of a field in a shadow root for an obstacle.
                Err(CmdError::Standard(told))
                    if told.error == ErrorStatus::ElementClickIntercepted
                        && self.browser() == Browser::WebKit =>
                {
                    self.click_at_centre(element).await
                }
                // What lies at the edge may be under a bar that stays: a person scrolls on.
                Err(CmdError::Standard(told))
                    if told.error == ErrorStatus::ElementClickIntercepted =>
                {
                    self.scroll_to_centre(&element).await;
                    Ok(None)
                }
                clicked => settled(clicked),
            }
        })
        .await
    }

    /// Replaces what stands in a field by typing.
    ///
    /// # Errors
    ///
    /// No such field can be typed into in time.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<(), Failure> {
        let what = format!("typing into {}", named(css, ""));
        wait_until(&what, DEADLINE, async || {
            let Some(element) = self.find(css, "").await? else { return Ok(None) };
            if settled(element.clear().await)?.is_none() {
                return Ok(None);
            }
            settled(element.send_keys(text).await)
        })
        .await
    }

    /// Presses a key where the focus is, with modifiers held down.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn press(&self, held: &[Key], key: Key) -> Result<(), Failure> {
        use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
        let held: Vec<char> = held.iter().map(|key| char::from(*key)).collect();
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in held.iter().copied() {
            keys = keys.then(KeyAction::Down { value });
        }
        let value = char::from(key);
        keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        for value in held.into_iter().rev() {
            keys = keys.then(KeyAction::Up { value });
        }
        let pressed = self.running.client.perform_actions(keys).await;
        pressed.map_err(|error| Failure::from(error).during(format!("press {key:?}")))
    }

    /// Types where the focus is, key by key.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn type_keys(&self, text: &str) -> Result<(), Failure> {
        use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            keys = keys.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        let typed = self.running.client.perform_actions(keys).await;
        typed.map_err(|error| Failure::from(error).during(format!("type `{text}`")))
    }

    /// The text of an element as a person sees it, once it is there.
    ///
    /// # Errors
    ///
    /// No such element appears in time.
    pub async fn text(&self, css: &str) -> Result<String, Failure> {
        let what = format!("the text of {}", named(css, ""));
        wait_until(&what, DEADLINE, async || {
            Ok(self.texts(css).await?.into_iter().next())
        })
        .await
    }

    /// The texts of all elements that match now, which may be none.
    ///
    /// # Errors
    ///
    /// The selector is none.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>, Failure> {
        let script = "return root ? Array.from(root.querySelectorAll(arguments[0]), \
             (element) => element.innerText.trim()) : [];";
        let found = self.run(script, vec![json!(css)]).await?;
        let texts = found.as_array().into_iter().flatten();
        Ok(texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
    }

    /// Waits until the text of an element has this in it, and returns the whole of it.
    ///
    /// # Errors
    ///
    /// It does not in time; the failure says what was there last.
    pub async fn wait_for_text(&self, css: &str, part: &str) -> Result<String, Failure> {
        let what = format!("`{part}` in {}", named(css, ""));
        let mut last = Vec::new();
        let waited = wait_until(&what, DEADLINE, async || {
            last = self.texts(css).await?;
            Ok(last.iter().find(|text| text.contains(part)).cloned())
        })
        .await;
        waited.map_err(|failure| Failure::new(format!("{failure}; found {last:?}")))
    }

    /// Waits until a JavaScript expression is true; `host` and `root` are the element and
    /// its shadow root.
    ///
    /// # Errors
    ///
    /// It does not become true in time, or throws.
    pub async fn wait_for(&self, expression: &str) -> Result<(), Failure> {
        let script = format!("return !!({expression});");
        wait_until(&format!("`{expression}`"), DEADLINE, async || {
            let holds = self.run(&script, Vec::new()).await?;
            Ok((holds == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Runs the body of a JavaScript function and returns what it returns; `host` and
    /// `root` are the element and its shadow root, `arguments` are the arguments.
    ///
    /// # Errors
    ///
    /// It throws.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Failure> {
        let script = format!("{PRELUDE}{body}");
        let ran = self.running.client.execute(&script, arguments).await;
        ran.map_err(|error| Failure::from(error).during(format!("run `{body}`")))
    }

    /// As [`Page::run`], for a body that awaits; returns once it has ended.
    ///
    /// # Errors
    ///
    /// It throws, or does not end in time.
    pub async fn run_async(&self, body: &str) -> Result<Value, Failure> {
        let script = format!(
            "const end = arguments[arguments.length - 1];{PRELUDE}\
             (async () => {{{body}}})().then((value) => end([value]), \
             (error) => end(String(error)));"
        );
        match self.running.client.execute_async(&script, Vec::new()).await? {
            Value::Array(value) => Ok(value.into_iter().next().unwrap_or_default()),
            error => Err(Failure::new(format!("run `{body}`: {error}"))),
        }
    }

    /// Makes the page this large, in CSS pixels.
    ///
    /// # Errors
    ///
    /// The browser refuses; that a browser has a least width is no error.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Failure> {
        if self.browser() == Browser::Chromium {
            let size = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            return Ok(());
        }
        // What the window has around the page is only known once it has a size.
        let client = &self.running.client;
        client.set_window_size(width, height).await?;
        let inner = "return [window.innerWidth, window.innerHeight];";
        let inner = client.execute(inner, Vec::new()).await?;
        let number = |at: &str| inner.pointer(at).and_then(Value::as_u64).unwrap_or(0);
        let missing = |wanted: u32, is: u64| {
            let is = u32::try_from(is).unwrap_or(wanted);
            wanted + wanted.saturating_sub(is)
        };
        let (width, height) =
            (missing(width, number("/0")), missing(height, number("/1")));
        Ok(client.set_window_size(width, height).await?)
    }

    /// Writes a picture of what the window shows, as PNG.
    ///
    /// # Errors
    ///
    /// The browser refuses, or the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Result<(), Failure> {
        let picture = self.running.client.screenshot().await?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, picture)?)
    }

    /// Everything the browser has complained about since the page was loaded: errors and
    /// warnings on the console, rejections, files not loaded, violations of the policy.
    ///
    /// # Errors
    ///
    /// The browser is gone, or the page is not one of [`Site`]'s.
    pub async fn complaints(&self) -> Result<Vec<String>, Failure> {
        let noted = self.run("return window.mingbaiComplaints || null;", vec![]).await?;
        let Value::Array(noted) = noted else {
            return Err(Failure::new("complaints are not noted on this page"));
        };
        let mut complaints: Vec<String> =
            noted.iter().filter_map(|noted| Some(noted.as_str()?.to_owned())).collect();
        if self.browser() == Browser::Chromium {
            // What is said before any script runs, such as of a missing file, is here only.
            let log = self.command("se/log", json!({"type": "browser"})).await?;
            let entries = log.as_array().into_iter().flatten();
            complaints.extend(entries.filter_map(|entry| {
                let level = entry.get("level")?.as_str()?;
                let message = entry.get("message")?.as_str()?;
                let serious = level == "SEVERE" || level == "WARNING";
                serious.then(|| format!("log: {message}"))
            }));
        }
        Ok(complaints)
    }

    /// Every request that reached the server so far.
    pub fn requests(&self) -> Vec<Request> {
        let network = self.network();
        let now = network.server.as_ref().map(Server::requests).unwrap_or_default();
        network.earlier.iter().cloned().chain(now).collect()
    }

    /// Those requests that a site of static files has no use for: anything but a plain GET
    /// of one of its files, without query or content.
    pub fn odd_requests(&self) -> Vec<Request> {
        let is_file = |path: &str| {
            let Some(name) = path.strip_prefix(PREFIX) else { return false };
            let name = if name.is_empty() { "index.html" } else { name };
            self.site.folder().join(name).is_file()
        };
        let mut requests = self.requests();
        requests.retain(|request| {
            let Request { method, path, content_length, status } = request;
            let plain = method == "GET" && *content_length == 0;
            // The rest of a file alone, where a visit before broke off in the middle of it.
            let answered = matches!(status, 200 | 206 | 304);
            !(plain && answered && is_file(path))
        });
        requests
    }

    /// The paths asked for so far, each once, without the prefix.
    pub fn files_asked_for(&self) -> BTreeSet<String> {
        let requests = self.requests().into_iter();
        let names = requests.map(|request| {
            request.path.strip_prefix(PREFIX).unwrap_or(&request.path).to_owned()
        });
        names.collect()
    }

    /// Sends a command of Chromium's own protocol.
    ///
    /// # Errors
    ///
    /// This is not Chromium, or it refuses.
    pub async fn devtools(&self, command: &str, params: Value) -> Result<Value, Failure> {
        let body = json!({"cmd": command, "params": params});
        self.command("goog/cdp/execute", body).await
    }

    /// Closes the window, the browser and the server.
    ///
    /// # Errors
    ///
    /// The browser was gone already.
    pub async fn close(self) -> Result<(), Failure> {
        let server = self.network().server.take();
        self.running.close().await?;
        match server {
            Some(server) => Ok(server.stop().await?),
            None => Ok(()),
        }
    }

    async fn command(&self, path: &'static str, body: Value) -> Result<Value, Failure> {
        let command = Command { path, body: body.to_string() };
        let answer = self.running.client.issue_cmd(command).await;
        answer.map_err(|error| Failure::from(error).during(path))
    }

    async fn scroll_to_centre(&self, element: &Element) {
        let script =
            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});";
        let reference = json!({ELEMENT: element.element_id().to_string()});
        // An element that is gone by now is looked for again.
        drop(self.run(script, vec![reference]).await);
    }

    /// Clicks with the pointer in the middle of an element, unless something lies over it.
    async fn click_at_centre(&self, element: Element) -> Result<Option<()>, Failure> {
        use fantoccini::actions::{
            InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
        };
        let script = "const [element] = arguments;\
             element.scrollIntoView({block: 'center', behavior: 'instant'});\
             const box = element.getBoundingClientRect();\
             const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];\
             return element.contains(root.elementFromPoint(x, y)) ? [x, y] : null;";
        let reference = json!({ELEMENT: element.element_id().to_string()});
        let Value::Array(place) = self.run(script, vec![reference]).await? else {
            return Ok(None);
        };
        let mut place = place.iter().filter_map(Value::as_f64);
        let (Some(x), Some(y)) = (place.next(), place.next()) else { return Ok(None) };
        let button = MOUSE_BUTTON_LEFT;
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        settled(self.running.client.perform_actions(mouse).await)
    }

    /// The first match now; with a text, only among those that are shown.
    async fn find(&self, css: &str, text: &str) -> Result<Option<Element>, Failure> {
        let script = "if (!root) return null;\
             const [css, text] = arguments;\
             const matching = Array.from(root.querySelectorAll(css));\
             return (text === '' ? matching[0] : matching.find((element) => \
             element.checkVisibility() && element.innerText.includes(text))) || null;";
        let found = self.run(script, vec![json!(css), json!(text)]).await?;
        let id = found.get(ELEMENT).and_then(Value::as_str);
        Ok(id.map(|id| {
            let client = self.running.client.clone();
            Element::from_element_id(client, ElementRef::from(id.to_owned()))
        }))
    }
}

/// Asks until there is an answer; the only place where the tests wait.
///
/// # Errors
///
/// There is none before the deadline, or asking fails for a reason that will not pass.
pub async fn wait_until<T>(
    what: &str,
    deadline: Duration,
    mut ask: impl AsyncFnMut() -> Result<Option<T>, Failure>,
) -> Result<T, Failure> {
    let end = Instant::now() + deadline;
    loop {
        if let Some(answer) = ask().await.map_err(|failure| failure.during(what))? {
            return Ok(answer);
        }
        if Instant::now() >= end {
            let seconds = deadline.as_secs();
            return Err(Failure::new(format!("waited {seconds} s in vain for {what}")));
        }
        tokio::time::sleep(INTERVAL).await;
    }
}

fn named(css: &str, text: &str) -> String {
    if text.is_empty() { format!("`{css}`") } else { format!("`{css}` with `{text}`") }
}

/// None when the page was only just changing under the pointer.
fn settled<T>(result: Result<T, CmdError>) -> Result<Option<T>, Failure> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if passes(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn passes(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(
        error.error,
        ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::InvalidElementState
            | ErrorStatus::NoSuchElement
    )
}

/// A command that only one kind of driver knows.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: String,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.clone()))
    }
}
