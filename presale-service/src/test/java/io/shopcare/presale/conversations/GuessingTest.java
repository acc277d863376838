package io.shopcare.presale.conversations;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P1: a first guess of what the buyer wants")
class GuessingTest {

    @ParameterizedTest
    @CsvSource({"灰色大衣有货吗, STOCK", "Is it in stock?, STOCK", "几天到, LOGISTICS", "能便宜点吗, PRICE", "我要退款, AFTER_SALE",
            "你好, OTHER", "有人冒充客服, FRAUD", "What size do I need?, PRODUCT", "取消订单, ORDER", "支付失败, PAYMENT",
            "我要投诉, COMPLAINT"})
    void guesses(String words, Intent intent) {
        assertThat(new IntentGuess().of(words)).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, hello, zh-CN", "en-GB, 你好, en", ", 你好, zh-CN", ", hello, en", "de, hallo, en"})
    void answersInTheBuyersLanguage(String locale, String words, String language) {
        assertThat(Language.of(locale, words)).isEqualTo(language);
    }
}
