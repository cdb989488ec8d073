package io.orderflow.process.versions;

import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.playing.Stories;
import io.orderflow.process.playing.Story;
import io.orderflow.process.playing.StoryReport;
import io.orderflow.process.versions.Migration.Begun;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.PageBody;
import io.orderflow.web.Paging;
import io.orderflow.web.Refuses;
import io.orderflow.web.TakesIdempotencyKey;
import io.orderflow.web.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The models over HTTP: the check before a deployment, stories played with files, the versions in use, the way back,
 * and the migration of processes.
 */
@RestController
@RequestMapping("/api/models")
@Tag(name = "Models")
class ModelController {

    private final ModelTrial trial;
    private final DeployedVersions versions;
    private final EarlierVersions earlier;
    private final Migration migration;

    ModelController(ModelTrial trial, DeployedVersions versions, EarlierVersions earlier, Migration migration) {
        this.trial = trial;
        this.versions = versions;
        this.earlier = earlier;
        this.migration = migration;
    }

    @Operation(
            summary = "Check files as if they were deployed (analyst)",
            description = """
            Takes what the engine's own deployment/create takes: each file is a part of its own. Nothing is deployed. What is in use \
            is taken along where the files need it, as a deployment would.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(type = "object"))))
    @Refuses({"400 VALIDATION_FAILED", "413 PAYLOAD_TOO_LARGE"})
    @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CheckBody check(HttpServletRequest request) {
        List<ModelFile> files = SentFiles.of(request);
        if (files.isEmpty()) {
            throw Violation.problem("file", ">= 1");
        }
        List<ModelFinding> findings = trial.findings(files);
        return new CheckBody(findings.stream().noneMatch(ModelFinding::refused), findings);
    }

    @Operation(
            summary = "Play stories with files that are not in use, on orders that exist nowhere (analyst)",
            description = """
            Takes files as the check does. Without a story, all stories are played; with the name of one, that one. A file story.json \
            among the parts is a story of your own: a list of events, each with kind, subject and values. Nothing is deployed or kept.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(type = "object"))))
    @Refuses({"400 VALIDATION_FAILED", "413 PAYLOAD_TOO_LARGE", "422 MODEL_REFUSED"})
    @PostMapping(path = "/play", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<StoryReport> play(@RequestParam(required = false) @Nullable String story, HttpServletRequest request)
            throws ModelRefused {
        List<ModelFile> sent = SentFiles.of(request);
        List<ModelFile> files =
                sent.stream().filter(file -> !DrawnStory.is(file)).toList();
        if (files.isEmpty()) {
            throw Violation.problem("file", ">= 1");
        }
        Optional<Story> drawn = DrawnStory.among(sent);
        if (drawn.isPresent() && story != null) {
            throw Violation.problem("story", "story.json");
        }
        return trial.play(files, drawn.map(List::of).orElseGet(() -> known(story)));
    }

    private static List<Story> known(@Nullable String name) {
        return name == null
                ? Stories.all()
                : List.of(Stories.named(name)
                        .orElseThrow(() -> Violation.problem(
                                "story",
                                String.join(
                                        ", ",
                                        Stories.all().stream().map(Story::name).toList()))));
    }

    @Operation(summary = "List the versions of all processes and decision tables, by key, the latest first (analyst)")
    @Refuses("400 VALIDATION_FAILED")
    @GetMapping
    PageBody<DeployedVersion> list(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        Pageable wanted = Paging.of(page, size, Sort.unsorted());
        List<DeployedVersion> all = versions.all();
        return PageBody.of(
                new PageImpl<>(
                        all.stream()
                                .skip(wanted.getOffset())
                                .limit(wanted.getPageSize())
                                .toList(),
                        wanted,
                        all.size()),
                version -> version);
    }

    @Operation(
            summary =
                    "List what a version says differently from another one, the one before it if none is named (analyst)")
    @Refuses({"400 VALIDATION_FAILED", "404 MODEL_NOT_FOUND"})
    @GetMapping("/{key}/{version}/changes")
    List<ModelChange> changes(
            @PathVariable String key,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer from) {
        return versions.changes(find(key, from == null ? version - 1 : from), find(key, version));
    }

    @Operation(summary = "Get the file of a version as it was deployed (analyst)")
    @Refuses("404 MODEL_NOT_FOUND")
    @GetMapping("/{key}/{version}/file")
    FileBody file(@PathVariable String key, @PathVariable int version) {
        DeployedVersion found = find(key, version);
        return new FileBody(found.file(), versions.content(found));
    }

    @Operation(summary = "Make a version current for whatever begins from now on (analyst)", description = """
            The version is deployed once more, with the forms, tables and called processes that it was bound to; the answer is the \
            version that is current then. Where the current one is the same already, nothing happens.""")
    @Refuses({"404 MODEL_NOT_FOUND", "409 REQUEST_IN_PROGRESS", "422 MODEL_REFUSED, IDEMPOTENCY_KEY_REUSED"})
    @TakesIdempotencyKey
    @PostMapping("/{key}/{version}/current")
    DeployedVersion makeCurrent(@PathVariable String key, @PathVariable int version, Caller caller)
            throws ModelRefused {
        return earlier.makeCurrent(find(key, version), caller);
    }

    @Operation(
            summary = "Tell where the processes on other versions stand, and which could follow to this one (analyst)")
    @Refuses("404 MODEL_NOT_FOUND")
    @GetMapping("/{key}/{version}/impact")
    ModelImpact impact(@PathVariable String key, @PathVariable int version) throws UnfitMapping {
        return migration.impact(process(key, version), Map.of());
    }

    @Operation(summary = "Let the processes on other versions follow to this one (analyst)", description = """
            Those that cannot follow stay on their version. With dryRun, 200 with the impact and nothing happens; else 202 with the \
            engine's batches.""")
    @Refuses({
        "400 VALIDATION_FAILED",
        "404 MODEL_NOT_FOUND",
        "409 MIGRATION_UNDER_WAY, REQUEST_IN_PROGRESS",
        "422 MAPPING_UNFIT, IDEMPOTENCY_KEY_REUSED"
    })
    @TakesIdempotencyKey
    @PostMapping("/{key}/{version}/migration")
    ResponseEntity<Begun> migrate(
            @PathVariable String key,
            @PathVariable int version,
            @Valid @RequestBody MigrationRequest request,
            Caller caller)
            throws UnfitMapping, MigrationUnderWay {
        DeployedVersion to = process(key, version);
        return request.dryRun()
                ? ResponseEntity.ok(new Begun(migration.impact(to, request.mapping()), List.of()))
                : ResponseEntity.accepted().body(migration.start(to, request.mapping(), caller.userId()));
    }

    @Operation(
            summary =
                    "Tell how many processes have followed to this version, and who stays and why, in its latest migration (analyst)")
    @Refuses("404 MODEL_NOT_FOUND, MIGRATION_NOT_FOUND")
    @GetMapping("/{key}/{version}/migration")
    MigrationReport migration(@PathVariable String key, @PathVariable int version) {
        return migration
                .latest(process(key, version))
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "MIGRATION_NOT_FOUND"));
    }

    private DeployedVersion process(String key, int version) {
        DeployedVersion found = find(key, version);
        if (found.kind() != DeployedVersion.Kind.PROCESS) {
            throw notFound(); // No process runs on a table.
        }
        return found;
    }

    private DeployedVersion find(String key, int version) {
        return versions.find(key, version).orElseThrow(ModelController::notFound);
    }

    private static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "MODEL_NOT_FOUND");
    }

    /**
     * The result of a check.
     *
     * @param deployable whether a deployment of the files would succeed now
     * @param findings what is refused first, then the warnings
     */
    record CheckBody(boolean deployable, List<ModelFinding> findings) {}

    /**
     * The file of a version.
     *
     * @param name its name
     * @param content its text, which is XML
     */
    record FileBody(String name, String content) {}

    /**
     * A request to migrate processes.
     *
     * @param dryRun whether only to tell what would happen; it is required, so that nobody migrates by mistake
     * @param mapping the ids of elements of other versions, each with the id that replaces it in this version; null for
     *     none
     */
    record MigrationRequest(@NotNull Boolean dryRun, Map<String, String> mapping) {

        MigrationRequest {
            mapping = mapping == null ? Map.of() : Map.copyOf(mapping);
        }
    }
}
