package io.shopcare.aftersale.notices;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.aftersale.cases.VisibleCases;
import io.shopcare.platform.notices.NoticeRecord;
import io.shopcare.platform.notices.Notices;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Page;

/** What the customer was told. */
@RestController
@RequestMapping("/api/aftersale/notices")
@Tag(name = "Notices", description = "What the customer was told")
class NoticeController {
    private final VisibleCases visible;
    private final Notices notices;

    NoticeController(VisibleCases visible, Notices notices) {
        this.visible = visible;
        this.notices = notices;
    }

    @GetMapping
    @Operation(summary = "What was, or is to be, told about a case; addresses are masked")
    Page<NoticeRecord> about(@RequestParam String caseId, Person person) {
        visible.find(caseId, person);
        return new Page<>(List.copyOf(notices.about(caseId)), null);
    }
}
