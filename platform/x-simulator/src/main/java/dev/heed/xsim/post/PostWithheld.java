package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.Fact;
import java.util.List;

/**
 * A post, whatever its version, is withheld from now on in these countries (ISO 3166-1 alpha-2; XX for all), or in none.
 *
 * @param post the first version
 */
public record PostWithheld(PostId post, List<String> countries) implements Fact {}
