package kr.gonggu.push.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The push service's HTTP, below {@code /api/push}. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"member", "admin"})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Push",
            version = "1",
            description =
                "What members are told: in the inbox, live on an open page, and on their devices"
                    + " by Web Push. Notifications hold facts; the client makes the sentence in the"
                    + " reader's language."))
@SecurityScheme(
    securitySchemeName = "accessToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public class PushApplication extends Application {}
