package io.shopcare.standalone.launcher;

import java.util.List;

/** What one wants to know once the stack is up. */
final class Welcome {
    private final Environment addresses;
    private final Workspace workspace;
    private final Screen screen;

    Welcome(Environment addresses, Workspace workspace, Screen screen) {
        this.addresses = addresses;
        this.workspace = workspace;
        this.screen = screen;
    }

    void print(List<Program> programs) {
        screen.line("");
        if (programs.stream().anyMatch(program -> program.name().equals(Blueprint.GATEWAY))) {
            screen.line("  Shopcare     %s            API documents: %s/docs", addresses.gateway(),
                    addresses.gateway());
        }
        screen.line("  sign-in      %s            OpenID provider", addresses.issuer());
        screen.line("  payments     %s            sandbox provider, ledger: %s/v1/ledger", addresses.sandbox(),
                addresses.sandbox());
        screen.line("  mails        %s            what was sent by SMTP", addresses.mailPage());
        screen.line("  logs         %s", workspace.log("*"));
        screen.line("");
        screen.line("  people (password = name)");
        screen.line("    buyers     lin (nuanyang, zh-CN)  tom (harbor, en)");
        screen.line("    presale    mei  jun    audit an  bo    finance fang    after-sale shu    crm ke");
        screen.line("    fulfilment wei pei jian bao cheng ku    department dept");
        screen.line("    in charge  zhu (supervisor)  guan (manager)  admin");
        screen.line("");
        screen.line("  a token      curl -s %s/oauth2/token -d grant_type=password -d client_id=shopcare-cli \\",
                addresses.issuer());
        screen.line("                 -d username=lin -d password=lin");
        screen.line("  try next     ./shopcare demo    ./shopcare import FILE.csv    ./shopcare status");
        screen.line("");
    }
}
