package io.shopcare.platform.privacy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("C16 what people typed is masked")
class MaskedWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"请打 13987654321 谢谢|请打 139****4321 谢谢", "+86 139-8765-4321|+86 139****4321",
            "电话139 8765 4321|电话139****4321", "写信 lin.mei@example.com|写信 l***@example.com",
            "微信 xiaoyu_wx_8848 加我|微信 x*** 加我", "微信号:linxiaoyu|微信号:l***", "my WeChat is linmei|my WeChat is l***",
            "vx:abc-def1|vx:a***", "QQ 123456789|QQ 1***", "林大伟收,莫干山路 1799 号 3 幢 501 室|林大伟收,莫干山路 ***",
            "身份证 11010519491231002X|身份证 1***************2X"})
    void masksWhatItsFormGivesAway(String typed, String masked) {
        assertThat(MaskedWords.of(typed)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单 01a1c327-d510-73ee-8b7e-96e59ce40f9c", "淘宝单号 3894561237894561230", "微信支付 2026 年的活动",
            "wechat pay 12", "你知道 12 号能到吗", "顺丰 SF1390000000001", "尺码 170/92A, 身高 175 cm", "110105194912310021"})
    void leavesEverythingElse(String typed) {
        assertThat(MaskedWords.of(typed)).isEqualTo(typed);
    }

    @Test
    @DisplayName("C16 rules.md Masking: the name and the road that the order knows are masked wherever they are typed")
    void masksWhatIsKnownOfThePerson() {
        assertThat(MaskedWords.of("改寄林小雨,文三路 478 号 2 楼", "林小雨", "文三路 478 号", null, ""))
                .isEqualTo("改寄林**,文** 2 楼");
    }
}
