package io.shopcare.order.rules;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The provinces of GB/T 2260: the first two digits of a division's code, and how people's names of them begin. */
final class Provinces {
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("11", "北京"), Map.entry("12", "天津"),
            Map.entry("13", "河北"), Map.entry("14", "山西"), Map.entry("15", "内蒙"), Map.entry("21", "辽宁"),
            Map.entry("22", "吉林"), Map.entry("23", "黑龙"), Map.entry("31", "上海"), Map.entry("32", "江苏"),
            Map.entry("33", "浙江"), Map.entry("34", "安徽"), Map.entry("35", "福建"), Map.entry("36", "江西"),
            Map.entry("37", "山东"), Map.entry("41", "河南"), Map.entry("42", "湖北"), Map.entry("43", "湖南"),
            Map.entry("44", "广东"), Map.entry("45", "广西"), Map.entry("46", "海南"), Map.entry("50", "重庆"),
            Map.entry("51", "四川"), Map.entry("52", "贵州"), Map.entry("53", "云南"), Map.entry("54", "西藏"),
            Map.entry("61", "陕西"), Map.entry("62", "甘肃"), Map.entry("63", "青海"), Map.entry("64", "宁夏"),
            Map.entry("65", "新疆"), Map.entry("71", "台湾"), Map.entry("81", "香港"), Map.entry("82", "澳门"));

    private Provinces() {}

    /** Whether it is six digits that begin with a province's two. */
    static boolean know(String division) {
        return division.matches("\\d{6}") && NAMES.containsKey(division.substring(0, 2));
    }

    /** The two digits of a province by its name; empty where we do not know it. */
    static Optional<String> called(@Nullable String province) {
        return province == null
                ? Optional.empty()
                : NAMES.entrySet().stream().filter(known -> province.startsWith(known.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Whether a name that we know is that of another province; one that we do not know may be another writing of it. */
    static boolean contradict(String division, @Nullable String province) {
        return called(province).filter(code -> !division.startsWith(code)).isPresent();
    }
}
