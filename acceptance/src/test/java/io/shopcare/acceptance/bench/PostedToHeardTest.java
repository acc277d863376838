package io.shopcare.acceptance.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the bench of the chat says. */
class PostedToHeardTest {

    @Test
    void saysNothingThatCouldBeANumberOfSomebody() {
        assertThat(PostedToHeard.inLetters("01a206f1-4242-4242-4242-424242424242"))
                .isEqualTo("ghaigmfh-kiki-kiki-kiki-kikikikikiki");
    }
}
