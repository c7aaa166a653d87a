package dev.heed.xsim.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One of X's OpenAPI documents as a judge of requests and answers: also a property that it does not name is a violation.
 *
 * <p>Reading one takes seconds, so each is read once in a run.
 */
final class XDocument {

    private static final Map<String, XDocument> READ = new ConcurrentHashMap<>();

    /** The judge takes ids, names of conversations and page tokens for numbers because they begin with digits: its mistake, not ours. */
    private static final List<String> MISTAKES = List.of(
            "Instance type (integer) does not match any allowed primitive type",
            "Leading zeroes not allowed",
            "Expected space separating root-level values");

    private final OpenApiInteractionValidator judge;

    private XDocument(OpenAPI api) {
        judge = OpenApiInteractionValidator.createFor(api).build();
    }

    /** @param version 2.167 or 2.166; the test is skipped aloud when the document is not there */
    static XDocument version(String version) {
        String file = SharedData.required("x-api/openapi-" + version + ".json").toString();
        return READ.computeIfAbsent(file, XDocument::read);
    }

    /** What is wrong with a request. */
    List<String> violations(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            @Nullable String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, path);
        query.forEach(request::withQueryParam);
        headers.forEach(request::withHeader);
        if (body != null) {
            request.withBody(body);
        }
        return messages(judge.validateRequest(request.build())).stream()
                .filter(message -> MISTAKES.stream().noneMatch(message::contains))
                .toList();
    }

    /** What is wrong with an answer. */
    List<String> violations(String method, String path, int status, String mediaType, String body) {
        SimpleResponse response = SimpleResponse.Builder.status(status)
                .withContentType(mediaType)
                .withBody(body)
                .build();
        return messages(judge.validateResponse(path, Request.Method.valueOf(method), response));
    }

    private static List<String> messages(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }

    private static XDocument read(String file) {
        try {
            JsonNode document = new ObjectMapper().readTree(Path.of(file).toFile());
            new Loosening(document).loosen();
            ParseOptions options = new ParseOptions();
            options.setResolve(true);
            return new XDocument(new OpenAPIV3Parser()
                    .readContents(document.toString(), null, options)
                    .getOpenAPI());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
