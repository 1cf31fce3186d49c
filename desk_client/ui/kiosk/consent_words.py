"""What the visitor agrees to, where they have not yet."""

from desk_client.client.visit import Visit
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.reassurance import Reassurance


class ConsentWords(Reassurance):
    """The server's own words, until they are agreed to. They stand first: nobody agrees to what is scrolled away."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, Icon.SHIELD)
        self.setObjectName("consent")

    def tell(self, visit: Visit, language: Language) -> bool:
        """Show the words that are still to be agreed to; whether there are any."""
        words = visit.to_agree_to
        self.set_text("" if words is None else said(words, language))
        self.setVisible(words is not None)
        return words is not None
