package dev.heed.reply.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever valid number is put wherever in a text, it is found; one wrong digit, and it is not that number any more. */
class PrivateNumbersPropertyTest {
    private final CardGuard cards = new CardGuard();
    private final IbanGuard ibans = new IbanGuard();

    @Property(tries = 500)
    void every_valid_card_is_found_in_its_place(@ForAll("cards") String card, @ForAll("words") String before) {
        String text = before + " " + card + " thanks";

        assertThat(cards.findings(text))
                .singleElement()
                .satisfies(check -> assertThat(check.span())
                        .isEqualTo(new Span(before.length() + 1, before.length() + 1 + card.length())));
    }

    @Property(tries = 500)
    void a_card_with_one_wrong_digit_is_none(@ForAll("cards") String card) {
        char last = card.charAt(card.length() - 1);
        String wrong = card.substring(0, card.length() - 1) + (last == '9' ? '0' : (char) (last + 1));

        assertThat(cards.findings(wrong)).isEmpty();
    }

    @Property(tries = 500)
    void every_valid_iban_is_found_in_its_place(@ForAll("ibans") String iban, @ForAll("words") String before) {
        String text = before + " " + iban + ", thanks";

        assertThat(ibans.findings(text))
                .singleElement()
                .satisfies(check -> assertThat(check.span())
                        .isEqualTo(new Span(before.length() + 1, before.length() + 1 + iban.length())));
    }

    @Property(tries = 500)
    void an_iban_with_one_wrong_digit_is_none(@ForAll("ibans") String iban) {
        char last = iban.charAt(iban.length() - 1);
        String wrong = iban.substring(0, iban.length() - 1) + (last == '9' ? '0' : (char) (last + 1));

        assertThat(ibans.findings(wrong)).isEmpty();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(' ', ',')
                .ofMaxLength(40)
                .filter(text -> !text.endsWith(" "));
    }

    @Provide
    Arbitrary<String> cards() {
        Arbitrary<String> body = Arbitraries.strings().numeric().ofMinLength(11).ofMaxLength(17);
        Arbitrary<Boolean> grouped = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.of("2", "3", "4", "5", "6"), body, grouped)
                .as((first, rest, groups) -> group(withLuhn(first + rest), groups));
    }

    @Provide
    Arbitrary<String> ibans() {
        Arbitrary<String> german = Arbitraries.strings().numeric().ofLength(18);
        Arbitrary<Boolean> grouped = Arbitraries.of(true, false);
        return Combinators.combine(german, grouped).as((body, groups) -> group(withCheckDigits("DE", body), groups));
    }

    private static String withLuhn(String body) {
        for (char check : "0123456789".toCharArray()) {
            if (CardGuard.luhn(body + check)) {
                return body + check;
            }
        }
        throw new AssertionError("one of ten digits is always right");
    }

    private static String withCheckDigits(String country, String body) {
        int remainder = IbanGuard.remainder(country + "00" + body);
        return country + "%02d".formatted(98 - remainder) + body;
    }

    private static String group(String number, boolean grouped) {
        return grouped ? String.join(" ", List.of(number.split("(?<=\\G.{4})"))) : number;
    }
}
