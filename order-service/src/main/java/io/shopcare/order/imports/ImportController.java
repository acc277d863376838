package io.shopcare.order.imports;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Platform sheets come in here. */
@RestController
@RequestMapping("/api/order/imports")
@Tag(name = "Imports")
class ImportController {
    private final AggregateStore<OrderImport> imports;
    private final ImportLists lists;
    private final StartImport starting;
    private final ProblemCatalogue words;

    ImportController(AggregateStore<OrderImport> imports, ImportLists lists, StartImport starting,
            ProblemCatalogue words) {
        this.imports = imports;
        this.lists = lists;
        this.starting = starting;
        this.words = words;
    }

    /**
     * An import as it is answered.
     *
     * @param problem reason code when it failed
     */
    @Schema(name = "ImportView")
    record View(String importId, ImportKind kind, String shop, String platform, String fileName, State state,
            OrderImport.Progress progress, @Nullable String problem, Instant startedAt, @Nullable Instant finishedAt) {
        @Schema(name = "ImportState")
        record State(ImportState stage) {}

        static View of(OrderImport it) {
            return new View(it.importId(), it.kind(), it.shop(), it.platform(), it.fileName(), new State(it.state()),
                    it.progress(), it.problem(), it.startedAt(), it.finishedAt());
        }
    }

    /** A row that could not be taken, with the reason in the caller's language. */
    record RowView(long line, @Nullable String orderNo, String state, String reason, String message) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('auditor', 'finance', 'supervisor', 'manager', 'admin')")
    @Operation(summary = "Import a platform's sheet (CSV with the 38 columns of a Taobao-style export, GB18030 or UTF-8)", description = "Read in the background; safe to send again.")
    ResponseEntity<View> start(@RequestParam String shop, @RequestParam(defaultValue = "taobao") String platform,
            @RequestParam MultipartFile file, Person person, CommandContext context) throws IOException {
        return start(ImportKind.ORDERS, shop, platform, file, person, context);
    }

    @PostMapping(path = "/catalogue", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAnyRole('store-keeper', 'supervisor', 'admin')")
    @Operation(summary = "Take a catalogue from another system: JSON lines, or CSV in UTF-8", description = "Read in the background; safe to send again. The system owns what it sent.")
    ResponseEntity<View> startCatalogue(@RequestParam String shop, @RequestParam String system,
            @RequestParam MultipartFile file, Person person, CommandContext context) throws IOException {
        return start(ImportKind.CATALOGUE, shop, system, file, person, context);
    }

    @GetMapping("/{importId}")
    @Operation(summary = "How far an import is")
    ResponseEntity<View> show(@PathVariable String importId, Person person) {
        var stored = visible(importId, person);
        return Etags.ok(stored, View.of(stored.aggregate()));
    }

    @GetMapping("/{importId}/rows")
    @Operation(summary = "Rows that could not be taken, with line and reason")
    Page<RowView> badRows(@PathVariable String importId, @RequestParam(defaultValue = "bad") String state,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
            Person person, Locale locale) {
        if (!state.equals("bad"))
            throw new InvalidFieldException("state", "malformed", null);
        if (limit < 1 || limit > 200)
            throw new InvalidFieldException("limit", "malformed", null);
        return lists.badRows(visible(importId, person).id(), Cursor.read(after, 1), limit)
                .map(row -> new RowView(row.line(), row.orderNo(), "bad", row.reason(),
                        words.reason(row.reason(), Map.copyOf(row.facts()), locale)));
    }

    private Stored<OrderImport> visible(String importId, Person person) {
        return imports.find(importId).filter(found -> person.worksIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
    }

    private ResponseEntity<View> start(ImportKind kind, String shop, String platform, MultipartFile file,
            Person person, CommandContext context) throws IOException {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        if (!platform.matches("[a-z][a-z0-9-]{0,31}"))
            throw new InvalidFieldException(kind == ImportKind.ORDERS ? "platform" : "system", "malformed", null);
        var name = file.getOriginalFilename();
        var command = new StartImport.Command(kind, shop, platform, name == null ? "" : name, person.id());
        var stored = starting.handle(command, file::getInputStream, context).orThrow().stored();
        return ResponseEntity.accepted().location(URI.create("/api/order/imports/" + stored.id()))
                .body(View.of(stored.aggregate()));
    }
}
