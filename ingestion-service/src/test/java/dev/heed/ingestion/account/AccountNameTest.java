package dev.heed.ingestion.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    private static final Account ACME =
            new Account(new AccountId("4711"), "AcmeCares", "Acme", AccountStatus.ACTIVE, null, null);

    @ParameterizedTest
    @ValueSource(strings = {"4711", "AcmeCares", "@acmecares", " @ACMECARES "})
    void an_account_is_named_by_its_id_or_its_handle(String given) {
        assertThat(AccountName.of(given).names(ACME)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"@", "47", "acme"})
    void part_of_a_name_names_nobody(String given) {
        assertThat(AccountName.of(given).names(ACME)).isFalse();
    }
}
