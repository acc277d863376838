package io.shopcare.crm.scoring;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.shopcare.crm.rules.CrmRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The eleven groups: everybody is in one, every group can be reached. */
class GroupRulesTest {
    private final RfmRules rules = CrmRules.shipped().rfm();

    @ParameterizedTest
    @DisplayName("C4: first match wins")
    @CsvSource({"5,5,5,20,champions", "4,4,4,5,champions", "5,5,3,20,loyal", "3,5,5,20,loyal", "5,3,5,3,active",
            "4,2,1,2,active", "5,1,5,1,new", "5,1,1,2,promising", "3,1,1,1,promising", "3,2,1,2,needs-attention",
            "2,4,5,6,at-risk", "1,3,5,4,previously-loyal", "2,2,5,2,almost-lost", "1,1,1,1,dormant",
            "1,1,1,0,prospects"})
    void namesTheGroup(int recency, int frequency, int monetary, int ever, String group) {
        assertThat(rules.group(recency, frequency, monetary, ever)).isEqualTo(Group.of(group));
    }

    @Test
    @DisplayName("C4: every group can be reached, and only who never bought is a prospect")
    void reachesAllGroups() {
        Map<Group, Integer> sizes = new EnumMap<>(Group.class);
        for (int recency = 1; recency <= 5; recency++)
            for (int frequency = 1; frequency <= 5; frequency++)
                for (int monetary = 1; monetary <= 5; monetary++)
                    for (int ever = 0; ever <= 2; ever++) {
                        var group = rules.group(recency, frequency, monetary, ever);
                        sizes.merge(group, 1, Integer::sum);
                        assertThat(group == Group.PROSPECTS).isEqualTo(ever == 0);
                    }
        assertThat(sizes).containsOnlyKeys(Group.values());
    }

    @Test
    void haveCodesThatLeadBack() {
        for (var group : Group.values())
            assertThat(Group.of(group.code())).isEqualTo(group);
        assertThatThrownBy(() -> Group.of("whales")).isInstanceOf(IllegalArgumentException.class);
    }
}
