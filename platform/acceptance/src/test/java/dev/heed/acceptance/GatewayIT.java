package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway as a browser sees it. */
@ExtendWith(RunningHeed.class)
class GatewayIT {
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Test
    void aPageAsksForTheLoginAndTheSessionThenOpensTheApis(Heed heed) {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "chromium is not installed");
        String gateway = heed.installation().url("gateway").toString();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(QUIETLY));
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(gateway + "/");
            assertThat(status(page, "/api/routing/tickets"))
                    .as("before the login")
                    .isEqualTo(401);

            page.navigate(gateway + "/desk");
            assertThat(page.url()).as("a page asks for the login").contains("/auth/realms/heed/");
            page.fill("input[name=username]", "agent");
            page.fill("input[name=password]", "agent-demo");
            page.click("[type=submit]");
            page.waitForURL(url -> url.startsWith(gateway + "/desk"));
            page.waitForCondition(() -> page.textContent("#me").contains("agent"));

            assertThat(status(page, "/api/routing/tickets"))
                    .as("after the login")
                    .isEqualTo(200);
            assertThat(status(page, "/api/audit/entries"))
                    .as("the services look at the role themselves")
                    .isEqualTo(403);
        }
    }

    private static int status(Page page, String path) {
        return (int) page.evaluate("path => fetch(path, {redirect: 'manual'}).then(answer => answer.status)", path);
    }

    private static Optional<Path> chromium() {
        Optional<Path> found = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("""

                    *** NOT TESTED IN A BROWSER: chromium is not installed (apt-get install chromium).
                    """);
        }
        return found;
    }
}
