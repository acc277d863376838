package io.shopcare.presale.conversations;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every waiting line promises; the one in memory and the one on the database are held to it alike. */
abstract class WaitingLineContract {

    abstract WaitingLine line();

    /** Makes somebody wait; the conversation. */
    abstract Conversation waits(String buyer, String language);

    abstract void leaves(Conversation conversation);

    @Test
    void isInTheOrderOfComingPerLanguage() {
        var first = waits("a", "zh-CN");
        var english = waits("b", "en");
        var second = waits("c", "zh-CN");
        assertThat(line().longest(first.shop(), "zh-CN", 10)).extracting(Conversation::id).containsExactly(first.id(),
                second.id());
        assertThat(line().longest(first.shop(), "zh-CN", 1)).extracting(Conversation::id).containsExactly(first.id());
        assertThat(line().position(second)).isEqualTo(2);
        assertThat(line().position(english)).isEqualTo(1);
    }

    @Test
    void movesUpWhenSomebodyLeaves() {
        var first = waits("a", "zh-CN");
        var second = waits("b", "zh-CN");
        leaves(first);
        assertThat(line().position(second)).isEqualTo(1);
        assertThat(line().longest(first.shop(), "zh-CN", 10)).extracting(Conversation::id)
                .containsExactly(second.id());
    }
}
