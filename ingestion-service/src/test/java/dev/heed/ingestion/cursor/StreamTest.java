package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.x.query.Query;
import dev.heed.x.query.QueryReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

    @ParameterizedTest
    @ValueSource(strings = {"acme", "_4711_", "a_handle_of_fifty_characters_that_is_the_longest_1"})
    void theSearchForAnAccountIsAQueryThatXTakes(String handle) {
        assertThat(Query.read(queryFor(handle), Query.LONGEST_SELF_SERVE))
                .isInstanceOfSatisfying(
                        QueryReading.Understood.class,
                        read -> assertThat(read.query().text()).contains("@" + handle, "-is:retweet", "is:quote"));
    }

    @Test
    void theSearchForAnAccountLooksForQuotesUnderBothOfXsAddresses() {
        assertThat(queryFor("acme"))
                .isEqualTo(
                        "(@acme OR (is:quote (url:\"x.com/acme/status\" OR url:\"twitter.com/acme/status\"))) -from:acme -is:retweet");
    }

    private static String queryFor(String handle) {
        return Stream.queryFor(new Account(new AccountId("1"), handle, handle, AccountStatus.ACTIVE, null, null));
    }
}
