"""The demo reports' own texts by section key. Figures stand as tokens and are counted anew."""
