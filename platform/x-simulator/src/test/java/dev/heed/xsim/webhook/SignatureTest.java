package dev.heed.xsim.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.Receiver;
import dev.heed.xsim.Settings;
import dev.heed.xsim.SimConfig.SignedWith;
import dev.heed.xsim.dialect.Dialect;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void eachSecretHasAHeaderOfItsOwn() {
        Signature consumer = new Signature(new Settings(Dialect.POSTS, 1, SignedWith.CONSUMER));
        Signature client = new Signature(new Settings(Dialect.POSTS, 1, SignedWith.CLIENT));

        assertThat(consumer.header()).isEqualTo("x-twitter-webhooks-signature");
        assertThat(consumer.of("{}")).isEqualTo(Receiver.sign("sim-consumer-secret", "{}"));
        assertThat(client.header()).isEqualTo("x-twitter-webhooks-signature-oauth2");
        assertThat(client.of("{}")).isEqualTo(Receiver.sign("sim-secret", "{}"));
    }
}
