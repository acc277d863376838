package io.shopcare.presale.conversations;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P17: what somebody typed is made harmless before it is stored")
class SafeTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            卡号4111111111111111请退款          | 卡号4111********1111请退款
            my card 4111 1111 1111 1111 thanks | my card 4111 **** **** 1111 thanks
            4111-1111-1111-1111                | 4111-****-****-1111
            ４１１１１１１１１１１１１１１１                  | ４１１１********１１１１
            6222 4111 1111 1111 1111           | 6222 4111 **** **** 1111
            验证码是 482913                       | 验证码是 ****
            482913 是我的验证码                    | **** 是我的验证码
            your verification code: 48291      | your verification code: ****
            密码是abc12345                       | 密码是****
            password: hunter2secret            | password: ****
            """)
    void masks(String typed, String stored) {
        assertThat(SafeText.of(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            订单 NY20261110-0017 到哪了
            4111111111111112
            电话 13812345678
            SF1234567890123
            1700000000000
            10 件多少钱
            """)
    void leavesOtherNumbersAlone(String typed) {
        assertThat(SafeText.of(typed)).isEqualTo(typed);
    }

    @Test
    void dropsWhatCantBeSeen() {
        assertThat(SafeText.of("a\u0000b\u202Ec\r\nd\te\uD800")).isEqualTo("abc\nd\te");
        assertThat(SafeText.of("好的😀")).isEqualTo("好的😀");
    }
}
