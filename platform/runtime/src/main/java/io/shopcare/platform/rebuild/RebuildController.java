package io.shopcare.platform.rebuild;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/** Rebuilds over HTTP, for admins. They name documents, and tell nothing of what is in them. */
@RestController
@RequestMapping("/api/${shopcare.platform.web.path:service}/admin/rebuilds")
@PreAuthorize("hasRole('admin')")
@Tag(name = "rebuilds", description = "Whether what the service keeps of events equals what the topics tell")
class RebuildController {
    private final BeginRebuild rebuilds;

    RebuildController(BeginRebuild rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Build the read models anew beside the live ones, and compare", description = "In the background, one at a time; nothing live is changed.")
    ResponseEntity<Rebuild> begin(CommandContext context, HttpServletRequest request) {
        var begun = rebuilds.handle()
                .orElseThrow(() -> new RejectedException(Rejection.notNow("rebuild-under-way")));
        return ResponseEntity.accepted().location(URI.create(request.getRequestURI() + "/" + begun.rebuildId()))
                .body(begun);
    }

    @GetMapping("/{rebuildId}")
    @Operation(summary = "How far a rebuild is, and what it found")
    Rebuild show(@PathVariable @Parameter(example = "01a20291-7af6-7af2-a2c0-6f77c1637d71") String rebuildId) {
        return rebuilds.find(rebuildId).orElseThrow(ProblemException::notFound);
    }
}
