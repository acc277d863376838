package io.shopcare.platform.openapi;

import java.util.List;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.security.SecuritySettings;

/** Title, sign-in, the {@code Idempotency-Key} of acting POSTs, money and problems, in the document of every service. */
@AutoConfiguration
@ConditionalOnClass(OpenApiCustomizer.class)
@EnableConfigurationProperties(OpenApiSettings.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {
    private static final String SIGN_IN = "people";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class, CommandContext.class)
                .replaceWithSchema(Money.class, money());
    }

    @Bean
    OpenApiCustomizer head(OpenApiSettings settings) {
        return document -> document.info(new Info().title(settings.title()).description(settings.description())
                .version(settings.version())
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer signIn(SecuritySettings security) {
        var flow = new OAuthFlow().authorizationUrl(security.issuer() + security.provider().authorizePath())
                .tokenUrl(security.issuer() + security.provider().tokenPath())
                .scopes(new Scopes().addString("openid", "sign in"));
        return document -> {
            document.setServers(List.of(new Server().url("/").description("through the gateway")));
            document.getComponents().addSecuritySchemes(SIGN_IN, new SecurityScheme()
                    .type(SecurityScheme.Type.OAUTH2).flows(new OAuthFlows().authorizationCode(flow)));
            document.getComponents().addSchemas("Problem", problem());
            document.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
        };
    }

    @Bean
    ModelConverter namedSubtypes() {
        return new NamedSubtypes();
    }

    @Bean
    OneNameEach oneNameEach() {
        return new OneNameEach();
    }

    @Bean
    OpenApiCustomizer examples() {
        return OpenApiExamples.ofThisProgram()::fillIn;
    }

    @Bean
    OperationCustomizer keysAndProblems() {
        return (operation, method) -> {
            if (acts(method))
                operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(true)
                        .description(
                                "Makes a repeat safe: the same key with the same content is answered, not done again")
                        .schema(new StringSchema().minLength(1).maxLength(128)).example("3f0a6c1e-8f2b-4a55-9d7e"));
            operation.getResponses().addApiResponse("default", new ApiResponse().description("A problem (RFC 9457)")
                    .content(new Content().addMediaType("application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
            return operation;
        };
    }

    private static boolean acts(HandlerMethod method) {
        return method.hasMethodAnnotation(PostMapping.class) && java.util.Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CommandContext.class);
    }

    private static Schema<?> money() {
        return new ObjectSchema().description("Amount with all decimals of its currency (ISO 4217)")
                .addProperty("amount", new StringSchema().pattern("-?\\d{1,15}(\\.\\d{1,4})?").example("1103.90"))
                .addProperty("currency", new StringSchema().pattern("[A-Z]{3}").example("CNY"))
                .required(List.of("amount", "currency"));
    }

    private static Schema<?> problem() {
        return new ObjectSchema().description("Why it was not done; type is stable, texts are in the caller's language")
                .addProperty("type", new StringSchema().example("urn:shopcare:problem:invalid-field"))
                .addProperty("title", new StringSchema()).addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema()).addProperty("instance", new StringSchema())
                .addProperty("reason", new StringSchema()).addProperty("facts", new ObjectSchema())
                .addProperty("errors", new ArraySchema().description("fields that were wrong")
                        .items(new ObjectSchema().addProperty("field", new StringSchema().example("lines[0].quantity"))
                                .addProperty("code", new StringSchema()).addProperty("message", new StringSchema())))
                .addProperty("traceId", new StringSchema())
                .required(List.of("type", "title", "status", "detail", "instance"));
    }
}
