package dev.heed.crmsample;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.heed.testing.OpenApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample, over HTTP, beside the published document. */
class CrmSampleContractTest {

    private static final OpenApi HOOK = OpenApi.published("crm-hook.yaml");
    private static final String QUESTION =
            "{\"customers\":[{\"xUserId\":\"7\",\"handle\":\"jo\"},{\"xUserId\":\"8\"}]}";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path file;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("customers.csv");
        Files.writeString(file, "x_user_id,handle,tier,reference\n7,jo,vip,C-7\n");
        server = CrmSample.start(Map.of(
                "HEED_CRM_SAMPLE_PORT", "0",
                "HEED_CRM_SAMPLE_FILE", file.toString(),
                "HEED_CRM_SAMPLE_TOKEN", "s3cret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void aCustomerIsTold() throws Exception {
        HttpResponse<String> answer = ask("s3cret", QUESTION);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"customers\":[{\"xUserId\":\"7\",\"tier\":\"vip\",\"reference\":\"C-7\"}]}");
        assertThat(HOOK.asked("post", "/customers/lookup", QUESTION)).isEmpty();
        assertKept(answer);
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneIsNot() throws Exception {
        ask("s3cret", QUESTION);
        Files.writeString(file, "8,,basic,\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(ask("s3cret", QUESTION).body())
                .isEqualTo("{\"customers\":[{\"xUserId\":\"8\",\"tier\":\"basic\"}]}");
        Files.delete(file);
        assertThat(ask("s3cret", QUESTION).body()).contains("basic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"customers\":[]}",
                "{\"customers\":{}}",
                "{\"customers\":[{\"handle\":\"jo\"}]}",
                "{\"customers\":[{\"xUserId\":7}]}",
                "{\"customers\":[\"7\"]}"
            })
    void whatIsNoQuestionIsRefusedInWords(String question) throws Exception {
        assertThat(HOOK.asked("post", "/customers/lookup", question)).isNotEmpty();
        HttpResponse<String> answer = ask("s3cret", question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertKept(answer);
    }

    @Test
    void moreThan200OrTooMuchIsRefused() throws Exception {
        String many = "{\"customers\":[" + "{\"xUserId\":\"7\"},".repeat(200) + "{\"xUserId\":\"7\"}]}";
        assertThat(ask("s3cret", many).statusCode()).isEqualTo(400);
        HttpResponse<String> answer = ask("s3cret", " ".repeat(70_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertKept(answer);
    }

    @Test
    void whoeverHasNoTokenIsRefused() throws Exception {
        HttpResponse<String> answer = ask("wrong", QUESTION);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("s3cret");
        assertKept(answer);
    }

    @Test
    void anotherAddressOrMethodIsRefusedAndTheHealthIsShown() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/customers/lookup").statusCode()).isEqualTo(405);
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"UP\",\"customers\":1}");
    }

    private static void assertKept(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("content-type").orElse("");
        assertThat(HOOK.answered("post", "/customers/lookup", answer.statusCode(), type, answer.body()))
                .isEmpty();
    }

    private HttpResponse<String> ask(String token, String question) throws Exception {
        return client.send(
                request("/customers/lookup")
                        .header("authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }
}
