package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.x.query.Query;
import dev.heed.x.query.QueryReading;
import java.time.Instant;
import java.util.Objects;
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

    @Test
    void ofAnAccountThatWasRenamedBothHandlesAreSearchedFor() {
        String query = Stream.queryFor(account("acme"), "acme_inc");
        assertThat(query).contains("@acme OR @acme_inc", "x.com/acme/status", "x.com/acme_inc/status", " -from:acme ");
        assertThat(Query.read(query, Query.LONGEST_SELF_SERVE)).isInstanceOf(QueryReading.Understood.class);
    }

    @Test
    void whereNobodySearchedForLongOnlyQuotesAreSearchedForUnderTheSameCursor() {
        Stream quoting = Stream.quoting(account("acme"));
        assertThat(quoting.key())
                .isEqualTo(Stream.naming(account("acme"), Instant.EPOCH).key());
        assertThat(quoting.query())
                .isEqualTo(
                        "is:quote (url:\"x.com/acme/status\" OR url:\"twitter.com/acme/status\") -from:acme -is:retweet");
        assertThat(Query.read(Objects.requireNonNull(quoting.query()), Query.LONGEST_SELF_SERVE))
                .isInstanceOf(QueryReading.Understood.class);
    }

    private static Account account(String handle) {
        return new Account(new AccountId("1"), handle, handle, AccountStatus.ACTIVE, null, null);
    }

    private static String queryFor(String handle) {
        return Stream.queryFor(account(handle));
    }
}
