package dev.heed.local.gateway;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import dev.heed.local.home.Ports;
import dev.heed.local.home.PrivateFile;
import dev.heed.local.home.Secrets;
import dev.heed.local.home.Template;
import dev.heed.local.identity.DemoUser;
import dev.heed.local.identity.Identity;
import dev.heed.local.install.Need;
import dev.heed.local.install.Packages;
import dev.heed.local.install.Unprivileged;
import dev.heed.local.part.Part;
import dev.heed.local.part.Probe;
import dev.heed.local.process.Launch;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A private Apache httpd with mod_auth_openidc, all of its configuration under the installation's home. */
public final class Gateway implements Part {
    /** Its name as a part. */
    public static final String NAME = "gateway";

    private static final String MODULES = "/usr/lib/apache2/modules";
    private static final String METADATA = "/.well-known/openid-configuration";

    private final Home home;
    private final Secrets secrets;
    private final Identity identity;
    private final boolean simulated;

    /** Before an installation, with its provider; the landing page names the simulator if X is simulated. */
    public Gateway(Home home, Secrets secrets, Identity identity, boolean simulated) {
        this.home = home;
        this.secrets = secrets;
        this.identity = identity;
        this.simulated = simulated;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", home.ports().gateway());
    }

    /** Installs the packages if need be and writes configuration and pages. */
    @Override
    public void prepare(Console console) {
        Packages.ensure(List.of(Need.APACHE, Need.OPENIDC), home.log("apt"), console);
        configure();
    }

    /** Writes configuration and pages into the part's folder and returns the folder. */
    public Path configure() {
        Path folder = home.of(NAME);
        try {
            for (String name : List.of("run", "sessions", "pages/problems")) {
                Files.createDirectories(folder.resolve(name));
            }
            // It holds the client's secret.
            PrivateFile.write(folder.resolve("httpd.conf"), configuration());
            Path pages = folder.resolve("pages");
            Files.writeString(pages.resolve("index.html"), landingPage());
            Files.writeString(
                    pages.resolve("heed.css"),
                    Template.beside(Gateway.class, "heed.css").fill(Map.of()));
            for (Map.Entry<String, String> problem : Problems.FILES.entrySet()) {
                Files.writeString(pages.resolve("problems").resolve(problem.getKey()), problem.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new HeedFailure("Cannot write the gateway's configuration: " + e.getMessage(), e);
        }
    }

    String configuration() {
        Ports ports = home.ports();
        Map<String, String> values = new HashMap<>();
        values.put("folder", home.of(NAME).toString());
        values.put("modules", MODULES);
        values.put("port", Integer.toString(ports.gateway()));
        values.put("origin", home.origin());
        values.put("cookie", "heed_session_" + ports.gateway());
        values.put("clientId", identity.clientId());
        values.put("clientSecret", identity.clientSecret());
        values.put("passphrase", secrets.password("gateway.cookie"));
        values.put("provider", identity.foreign() ? foreignProvider() : ownProvider());
        values.put("identityProxy", identity.foreign() ? "" : identityProxy());
        values.put("ingestion", Integer.toString(ports.ingestion()));
        values.put("routing", Integer.toString(ports.routing()));
        values.put("reply", Integer.toString(ports.reply()));
        values.put("audit", Integer.toString(ports.audit()));
        return Template.beside(Gateway.class, "httpd.conf").fill(values);
    }

    /**
     * Keycloak tells its addresses by the door at which it is asked: browsers get the gateway's, we get https ones, which
     * the module insists on. It is asked at the first login.
     */
    private String ownProvider() {
        return "OIDCProviderMetadataURL https://localhost:" + home.ports().keycloakTls() + "/auth/realms/heed"
                + METADATA + "\nOIDCCABundlePath \"" + home.of("keycloak").resolve("conf/ca.pem") + "\"";
    }

    private String foreignProvider() {
        return "OIDCProviderMetadataURL " + identity.issuer() + METADATA;
    }

    private String identityProxy() {
        return "ProxyPass /auth/ http://127.0.0.1:" + home.ports().keycloak() + "/auth/ retry=0 connectiontimeout=5";
    }

    private String landingPage() {
        String simulator = "<li>The <a href=\"http://localhost:" + home.ports().simulator()
                + "/q/openapi\">simulator of X</a> that stands in for the real one</li>\n";
        String users = String.join(
                ", ",
                DemoUser.ALL.stream()
                        .map(user -> "<code>" + user.name() + "</code>")
                        .toList());
        return Template.beside(Gateway.class, "index.html")
                .fill(Map.of(
                        "simulator",
                        simulated ? simulator : "",
                        "logout",
                        URLEncoder.encode(home.origin() + "/", StandardCharsets.UTF_8),
                        "users",
                        users));
    }

    @Override
    public Launch launch() {
        Path folder = home.of(NAME);
        Path apache = Need.APACHE.found().orElseThrow(() -> new HeedFailure("Apache httpd is not installed."));
        List<String> command = List.of(
                apache.toString(),
                "-DFOREGROUND",
                "-f",
                folder.resolve("httpd.conf").toString());
        return new Launch(Unprivileged.command(folder, command), Map.of(), folder);
    }

    @Override
    public boolean healthy() {
        return Probe.ok("http://127.0.0.1:" + home.ports().gateway() + "/");
    }
}
