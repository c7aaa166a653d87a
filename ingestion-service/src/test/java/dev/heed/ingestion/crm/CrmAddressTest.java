package dev.heed.ingestion.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9110, http://127.0.0.1:9110/customers/lookup, 9110",
        "https://crm.example/hook/, https://crm.example/hook/customers/lookup, 443",
        "HTTP://crm.example, HTTP://crm.example/customers/lookup, 80"
    })
    void anAddressIsABaseAndTheLookUpIsBelowIt(String base, String lookup, int port) {
        assertThat(CrmAddress.of(Optional.of(base))).isInstanceOfSatisfying(CrmAddress.At.class, at -> {
            assertThat(at.lookup()).hasToString(lookup);
            assertThat(at.port()).isEqualTo(port);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.example",
                "ftp://crm.example",
                "http://",
                "http://me:secret@crm.example",
                "https://crm.example?x=1",
                "http://a b"
            })
    void whatIsNoAddressIsToldInWordsWithoutRepeatingIt(String text) {
        assertThat(CrmAddress.of(Optional.of(text)))
                .isInstanceOfSatisfying(
                        CrmAddress.Wrong.class,
                        wrong ->
                                assertThat(wrong.why()).contains("HEED_CRM_URL").doesNotContain("secret"));
    }

    @Test
    void noneIsNone() {
        assertThat(CrmAddress.of(Optional.empty())).isEqualTo(new CrmAddress.None());
        assertThat(CrmAddress.of(Optional.of(" "))).isEqualTo(new CrmAddress.None());
    }
}
