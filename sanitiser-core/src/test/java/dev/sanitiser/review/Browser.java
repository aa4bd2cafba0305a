package dev.sanitiser.review;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's own Chromium without a window, with one page at a time from a file. */
final class Browser implements AutoCloseable {

    /** Selenium warns of DevTools that it does not know by number; commands go to them by name. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Optional<Path> CHROMIUM = program("chromium");
    private static final Optional<Path> DRIVER = program("chromedriver");

    /** Selenium's own question takes what is in closed details for invisible, whatever the style sheet says. */
    private static final String VISIBLE =
            "return arguments[0].checkVisibility({visibilityProperty: true, opacityProperty: true})"
                    + " && arguments[0].getClientRects().length > 0";

    private final Path folder;
    private final ChromeDriver driver;

    private Browser(Path folder) {
        SELENIUM.setLevel(Level.SEVERE);
        this.folder = folder;
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.orElseThrow().toFile())
                        .build(),
                options(folder));
    }

    /** Skips the calling test where Chromium or its driver is not installed. */
    static void assumeInstalled() {
        assumeTrue(
                CHROMIUM.isPresent() && DRIVER.isPresent(),
                "No chromium or chromedriver; run: apt-get install --yes chromium chromium-driver");
    }

    static Browser start() {
        try {
            return new Browser(Files.createTempDirectory("browser"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeOptions options(Path folder) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page on a desktop, in light colours, with scripts, and forgets what the logs say of earlier ones. */
    Browser open(ReviewPage page) {
        driver.get("about:blank");
        devTools("Emulation.clearDeviceMetricsOverride", Map.of());
        devTools("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        emulate("", "light");
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
        try {
            Path file = Files.writeString(folder.resolve("page.html"), page.html(), StandardCharsets.UTF_8);
            driver.get(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Browser reloadWithoutScripts() {
        devTools("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        driver.navigate().refresh();
        return this;
    }

    Browser resizeToPhone() {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        return this;
    }

    /**
     * What the page takes itself for.
     *
     * @param media {@code print}, or empty for what is on the screen
     * @param colours {@code light} or {@code dark}
     */
    Browser emulate(String media, String colours) {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return this;
    }

    /** The page as a PDF. */
    byte[] print() {
        Object data =
                devTools("Page.printToPDF", Map.of("preferCSSPageSize", true)).get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    private Map<String, Object> devTools(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The elements that a person sees. */
    List<WebElement> visible(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(e -> Boolean.TRUE.equals(driver.executeScript(VISIBLE, e)))
                .toList();
    }

    List<String> visibleTexts(String selector) {
        return visible(selector).stream().map(WebElement::getText).toList();
    }

    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Runs a script of the test's own within the page. */
    Object run(String script) {
        return Objects.requireNonNull(driver.executeScript(script), "the script returned nothing");
    }

    /** Everything the browser had to complain about. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The requests since the page was opened, each as the DevTools tell of it. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(m -> m.contains("\"Network.requestWillBeSent\"") || m.contains("\"Network.webSocketCreated\""))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Browser::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
