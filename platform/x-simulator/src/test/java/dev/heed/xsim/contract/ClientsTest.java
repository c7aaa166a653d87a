package dev.heed.xsim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clients that others wrote, one for each dialect, take the simulator for X. */
@QuarkusTest
class ClientsTest {

    private static final Path FOLDER = Path.of("src/test/clients");

    @TestHTTPResource("/")
    String base = "";

    private String question = "";

    @BeforeEach
    void sevenMentions() throws IOException, InterruptedException {
        if (run("node", "--version").status != 0 || run("npm", "--version").status != 0) {
            skip("node and npm are not there");
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            Ran ran = run("npm", "ci", "--no-audit", "--no-fund");
            if (ran.status != 0) {
                skip("npm ci failed: " + ran.errors);
            }
        }
        Conversation x = new Conversation(base, null);
        x.control("POST", "/sim/reset", null);
        x.control("POST", "/sim/users", Map.of("username", "acme"));
        x.control("POST", "/sim/users", Map.of("username", "bob"));
        for (int i = 1; i <= 7; i++) {
            question = x.control("POST", "/sim/posts", Map.of("as", "bob", "text", "@acme help " + i))
                    .text("/id");
        }
    }

    @Test
    void xsOwnSdkSpeaksTheNewDialect() throws IOException, InterruptedException {
        JsonNode told = told("new-dialect.mjs");
        assertThat(told.at("/tokens/expires_in").asInt()).isEqualTo(7_200);
        assertThat(told.at("/me/data/username").asText()).isEqualTo("acme");
        assertThat(told.at("/first/data").findValuesAsText("text"))
                .containsExactly("@acme help 7", "@acme help 6", "@acme help 5", "@acme help 4", "@acme help 3");
        assertThat(told.at("/first/includes/users/0/username").asText()).isEqualTo("bob");
        assertThat(told.at("/second/data").findValuesAsText("text")).containsExactly("@acme help 2", "@acme help 1");
        assertThat(told.at("/second/meta").has("nextToken")).isFalse();
        assertThat(told.at("/search/data")).hasSize(7);
        assertThat(told.at("/reply/data/text").asText()).isEqualTo("@bob We are on it");
        assertThat(told.at("/duplicate/status").asInt()).isEqualTo(403);
        assertThat(told.at("/duplicate/body/detail").asText()).contains("duplicate content");
        assertThat(told.at("/own/data/0/referencedPosts/0/id").asText()).isEqualTo(question);
        assertThat(told.at("/byIds/errors/0/resourceId").asText()).isEqualTo("1");
        assertThat(told.at("/messages/data/0/id")).isEqualTo(told.at("/message/data/dmEventId"));
        assertThat(told.at("/deleted/data/deleted").asBoolean()).isTrue();
        assertThat(told.at("/withoutUser/body/title").asText()).isEqualTo("Unsupported Authentication");
    }

    @Test
    void theCommunitysClientSpeaksTheOldDialect() throws IOException, InterruptedException {
        JsonNode told = told("old-dialect.mjs");
        assertThat(told.at("/login/expiresIn").asInt()).isEqualTo(7_200);
        assertThat(told.at("/me/data/username").asText()).isEqualTo("acme");
        assertThat(told.at("/first/data/0").has("edit_history_tweet_ids")).isTrue();
        assertThat(told.at("/walked")).hasSize(7);
        assertThat(told.at("/limit/limit").asInt()).isEqualTo(450);
        assertThat(told.at("/search/data")).hasSize(7);
        assertThat(told.at("/duplicate/status").asInt()).isEqualTo(403);
        assertThat(told.at("/duplicate/body/detail").asText()).contains("duplicate content");
        assertThat(told.at("/own/data/0/referenced_tweets/0/id").asText()).isEqualTo(question);
        assertThat(told.at("/byIds/errors/0/resource_id").asText()).isEqualTo("1");
        assertThat(told.at("/messages/data/0/id")).isEqualTo(told.at("/message/data/dm_event_id"));
        assertThat(told.at("/deleted/data/deleted").asBoolean()).isTrue();
        assertThat(told.at("/withoutUser/body/title").asText()).isEqualTo("Unsupported Authentication");
        assertThat(told.at("/reused/status").asInt()).isEqualTo(400);
        assertThat(told.at("/afterReuse/status").asInt())
                .as("reuse kills the family")
                .isEqualTo(401);
    }

    private JsonNode told(String program) throws IOException, InterruptedException {
        Ran ran = run("node", program);
        assertThat(ran.status).as(ran.errors).isZero();
        return new ObjectMapper().readTree(ran.output);
    }

    private record Ran(int status, String output, String errors) {}

    private Ran run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".out");
        Path errors = Files.createTempFile("client", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command))
                    .directory(FOLDER.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().put("SIM_URL", base.replaceAll("/$", ""));
            builder.environment().put("SIM_ACCOUNT", "acme");
            builder.environment().put("SIM_QUESTION", question);
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ran(-1, "", "no end within two minutes");
            }
            return new Ran(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException notThere) {
            return new Ran(-1, "", String.valueOf(notThere.getMessage()));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static void skip(String why) {
        String message = "SKIPPED: the independent clients cannot run: " + why;
        System.err.println("\n*** " + message + " ***\n");
        Assumptions.abort(message);
    }
}
