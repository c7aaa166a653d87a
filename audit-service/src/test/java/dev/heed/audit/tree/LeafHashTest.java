package dev.heed.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafHashTest {

    /** The leaves of Certificate Transparency's reference tree, with the hashes that its implementations publish. */
    @ParameterizedTest
    @CsvSource({
        "'',6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "00,96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    })
    void agrees_with_the_leaves_known_from_rfc_6962(String leaf, String hash) {
        assertThat(HexFormat.of()
                        .formatHex(LeafHash.of(HexFormat.of().parseHex(leaf)).bytes()))
                .isEqualTo(hash);
    }

    @Test
    void is_not_the_plain_hash_of_the_bytes() {
        LeafHash leaf = LeafHash.of("L123456".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(leaf.bytes()))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @Test
    void a_stored_value_of_another_length_equals_no_leaf() {
        assertThat(LeafHash.stored(new byte[31])).isNotEqualTo(LeafHash.of(new byte[0]));
    }
}
