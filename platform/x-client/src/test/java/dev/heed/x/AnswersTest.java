package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.RateLimit.Layer;
import dev.heed.x.RateLimit.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final String TOO_MANY =
            "{\"title\":\"Too Many Requests\",\"detail\":\"Too Many Requests\",\"type\":\"about:blank\",\"status\":429}";

    @ParameterizedTest
    @ValueSource(strings = {TOO_MANY, "{\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]}", "", "<html>"})
    void bothShapesOf429WaitForTheReset(String body) {
        XAnswer<String> answer = read(429, body, limits("x-rate-limit", 300, 0, NOW.plusSeconds(600)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        XAnswer.Limited.class,
                        limited -> assertThat(limited.until()).isEqualTo(NOW.plusSeconds(600)));
    }

    @Test
    void aSpentDayOutlastsAQuarterOfAnHour() {
        Map<String, String> headers = new java.util.HashMap<>(limits("x-rate-limit", 100, 99, NOW.plusSeconds(600)));
        headers.putAll(limits("x-user-limit-24hour", 50, 0, NOW.plusSeconds(40_000)));
        assertThat(read(429, TOO_MANY, headers))
                .isEqualTo(new XAnswer.Limited<>(NOW.plusSeconds(40_000), "Too Many Requests"));
    }

    @Test
    void a429ThatNamesNoTimeWaitsAMinute() {
        assertThat(read(429, TOO_MANY, Map.of()))
                .isEqualTo(new XAnswer.Limited<>(NOW.plus(Limits.UNNAMED_WAIT), "Too Many Requests"));
    }

    @Test
    void aResetInThePastIsNotWaitedFor() {
        assertThat(read(429, TOO_MANY, limits("x-rate-limit", 300, 0, NOW.minusSeconds(5))))
                .isEqualTo(new XAnswer.Limited<>(NOW.plusSeconds(1), "Too Many Requests"));
    }

    @Test
    void theMonthsCapIsNotWaitedFor() {
        String body = "{\"title\":\"UsageCapExceeded\",\"detail\":\"Usage cap exceeded: Monthly product cap\"}";
        assertThat(read(429, body, Map.of()))
                .isInstanceOfSatisfying(
                        XAnswer.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.CREDITS_DEPLETED));
    }

    @Test
    void theLayerThatBindsIsTold() {
        Map<String, String> headers = new java.util.HashMap<>(limits("x-rate-limit", 300, 299, NOW.plusSeconds(900)));
        headers.putAll(limits("x-app-limit-24hour", 1000, 10, NOW.plusSeconds(80_000)));
        assertThat(read(200, "{\"data\":{\"id\":\"5\"}}", headers))
                .isInstanceOfSatisfying(XAnswer.Given.class, given -> {
                    assertThat(given.limit().remaining()).isEqualTo(10);
                    assertThat(given.limit().reset()).isEqualTo(NOW.plusSeconds(80_000));
                    assertThat(given.limit().told())
                            .containsExactly(
                                    new Layer(Span.QUARTER_HOUR, 300, 299, NOW.plusSeconds(900)),
                                    new Layer(Span.APP_DAY, 1000, 10, NOW.plusSeconds(80_000)));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, -3, 0, 4, 86_000})
    void aResetIsMeasuredByXsClockWhereItIsShown(long ahead) {
        Map<String, String> headers = new java.util.HashMap<>(limits("x-rate-limit", 300, 299, NOW.plusSeconds(900)));
        headers.put(
                "date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        NOW.minusSeconds(ahead).atOffset(ZoneOffset.UTC)));
        assertThat(read(200, "{\"data\":{\"id\":\"5\"}}", headers))
                .isEqualTo(new XAnswer.Given<>("5", new RateLimit(300, 299, NOW.plusSeconds(900 + ahead))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void aDateThatIsNoClocksIsNotBelieved(String date) {
        Map<String, String> headers = new java.util.HashMap<>(limits("x-rate-limit", 300, 299, NOW.plusSeconds(900)));
        headers.put("date", date);
        assertThat(read(200, "{\"data\":{\"id\":\"5\"}}", headers))
                .isEqualTo(new XAnswer.Given<>("5", new RateLimit(300, 299, NOW.plusSeconds(900))));
    }

    @Test
    void nonsenseInHeadersIsAsGoodAsSilence() {
        Map<String, String> headers = Map.of(
                "x-rate-limit-limit", "many",
                "x-rate-limit-remaining", "",
                "x-rate-limit-reset", "9223372036854775807");
        assertThat(read(200, "{\"data\":{\"id\":\"5\"}}", headers))
                .isEqualTo(new XAnswer.Given<>("5", RateLimit.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 502, 503, 504})
    void whatMayHaveHappenedIsUnclear(int status) {
        assertThat(read(status, "", Map.of())).isInstanceOf(XAnswer.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"data\":{}}", "{\"data\":{\"id\":\"\"}}"})
    void aSuccessThatCannotBeReadIsUnclear(String body) {
        assertThat(read(201, body, Map.of())).isInstanceOf(XAnswer.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID", "401, UNAUTHORIZED", "402, CREDITS_DEPLETED", "403, FORBIDDEN", "404, NOT_FOUND"})
    void withoutABodyTheStatusDecides(int status, Refusal refusal) {
        assertThat(read(status, "", Map.of())).isEqualTo(new XAnswer.Refused<>(refusal, status, "(X gave no reason)"));
    }

    @Test
    void aUserWhomXDoesNotKnowComesAs200() {
        String body = """
                {"errors":[{"value":"nobody","detail":"Could not find user with username: [nobody].",
                 "title":"Not Found Error","type":"https://api.twitter.com/2/problems/resource-not-found"}]}
                """;
        assertThat(Answers.of(new Reply(200, Map.of(), body), NOW, Shapes::user))
                .isEqualTo(
                        new XAnswer.Refused<>(Refusal.NOT_FOUND, 200, "Could not find user with username: [nobody]."));
    }

    @Test
    void theDailyNumberOfPostsIsAWait() {
        String body = "{\"detail\":\"User is over daily status update limit.\",\"status\":403}";
        assertThat(read(403, body, limits("x-user-limit-24hour", 100, 0, NOW.plus(Duration.ofHours(3)))))
                .isEqualTo(new XAnswer.Limited<>(
                        NOW.plus(Duration.ofHours(3)), "User is over daily status update limit."));
    }

    private static XAnswer<String> read(int status, String body, Map<String, String> headers) {
        return Answers.of(new Reply(status, headers, body), NOW, Shapes::createdId);
    }

    private static Map<String, String> limits(String layer, int limit, int remaining, Instant reset) {
        return Map.of(
                layer + "-limit", "" + limit,
                layer + "-remaining", "" + remaining,
                layer + "-reset", "" + reset.getEpochSecond());
    }
}
