package dev.heed.reply.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We're so sorry about the delay. Please send us a DM with your order number.",
                "Your train leaves at 10:30 on 2017-10-31, platform 4.",
                "Between 01/12/2017 and 31/12/2017 it's 24/7.",
                "It costs $1,299.00 or 1 299 000 yen, see https://example.com/item/12345678901234567890?p=4111111111111111",
                "@115712 Flight BA 0117 has a new time: 16:45.",
                "The server 192.168.100.200 is up again.",
                "Hi @acme_help, version 10.3.3 fixes it 🎉",
                "We have 10 000 000 customers and 1.000.000.000 reasons.",
            })
    void an_ordinary_reply_passes_every_guard(String text) {
        assertThat(Guards.check(text))
                .allSatisfy(check -> assertThat(check.verdict())
                        .as(check.guard() + ": " + check.reason())
                        .isEqualTo(Verdict.PASS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200b", "@customer", "@customer @other  "})
    void a_text_without_words_is_blocked(String text) {
        assertThat(blocking(text)).containsExactly("empty-text");
    }

    @Test
    void one_emoji_is_something_to_read() {
        assertThat(blocking("👍")).isEmpty();
    }

    @Test
    void two_hundred_and_eighty_pass_and_one_more_does_not() {
        assertThat(blocking("a".repeat(280))).isEmpty();
        assertThat(blocking("a".repeat(281))).containsExactly("weighted-length");
        assertThat(Guards.check("a".repeat(300)).toString()).contains("20 too many");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.doe@example.com",
                "Write to jane+shop@mail.example.co.uk, please",
                "müller@bücher.example",
            })
    void an_email_address_is_blocked(String text) {
        assertThat(blocking(text)).contains("private-data.email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 1234567",
                "call 0800 123 4567",
                "1-800-555-0199",
                "(030) 123 4567 8",
                "(555) 123-4567",
                "030/12345678",
                "+1.415.555.0132!",
            })
    void a_number_written_as_a_phone_number_is_blocked(String text) {
        assertThat(blocking(text)).containsExactly("private-data.phone");
    }

    @Test
    void a_bare_long_number_is_a_warning() {
        assertThat(Guards.check("Your order 12345678901 is on its way"))
                .filteredOn(check -> check.verdict() == Verdict.WARN)
                .singleElement()
                .satisfies(check -> assertThat(check.guard()).isEqualTo("private-data.phone"));
        assertThat(Guards.letPost(Guards.check("Your order 12345678901 is on its way")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4111111111111111", "card 4111 1111 1111 1111 ok", "5500-0055-5555-5559", "378282246310005"})
    void a_payment_card_is_blocked(String text) {
        assertThat(blocking(text)).contains("private-data.card");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00 please",
                "GB82WEST12345698765432",
                "iban: nl91abna0417164300.",
                "Norway NO93 8601 1117 947",
            })
    void a_bank_account_is_blocked(String text) {
        assertThat(blocking(text)).contains("private-data.iban");
    }

    @Test
    void a_finding_says_where_and_never_what() {
        String text = "Is DE89370400440532013000 yours?";

        Check found = Guards.check(text).stream()
                .filter(check -> check.verdict() == Verdict.BLOCK)
                .findFirst()
                .orElseThrow();

        assertThat(found.span()).isEqualTo(new Span(3, 25));
        assertThat(found.reason()).doesNotContain("DE89").contains("direct message");
    }

    private static List<String> blocking(String text) {
        return Guards.check(text).stream()
                .filter(check -> check.verdict() == Verdict.BLOCK)
                .map(Check::guard)
                .toList();
    }
}
