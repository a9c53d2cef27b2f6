"""The style sheet, made from the colours of a scheme, and how it is put on the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.theme.colours import DARK, LIGHT, Colours, palette_for
from desktop.theme.type import interface_font, load_typefaces
from resources.paths import ICONS


def dress(app: QApplication) -> None:
    """Sets style, typefaces and colours, and follows the system's change between light and dark."""
    app.setStyle("Fusion")
    load_typefaces()
    app.setFont(interface_font())
    hints = app.styleHints()
    recolour(app, hints.colorScheme() is Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.connect(lambda scheme: recolour(app, scheme is Qt.ColorScheme.Dark))


def recolour(app: QApplication, dark: bool) -> None:
    """Puts one scheme on the whole program."""
    colours = DARK if dark else LIGHT
    app.setPalette(palette_for(colours))
    app.setStyleSheet(style_sheet(colours))


def style_sheet(c: Colours) -> str:
    """The style sheet of a scheme; sizes keep to a rhythm of eight pixels."""
    scheme = "dark" if c is DARK else "light"
    arrow, up, check = (
        (ICONS / f"{name}-{scheme}.svg").as_posix() for name in ("arrow", "arrow-up", "check")
    )
    return f"""
    QWidget {{ color: {c.text}; }}
    QMainWindow, QDialog {{ background: {c.window}; }}
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: 4px 8px; }}
    QFrame#rail {{ background: {c.sunken}; border: none; border-right: 1px solid {c.border}; }}
    QFrame#rail QToolButton {{ border: none; border-radius: 8px; padding: 8px 4px; color: {c.muted}; }}
    QFrame#rail QToolButton:hover {{ background: {c.hover}; }}
    QFrame#rail QToolButton:checked {{ background: {c.selection}; color: {c.text}; }}
    QFrame#rail QToolButton:focus {{ border: 2px solid {c.accent}; padding: 6px 2px; }}
    QFrame#side {{ background: {c.window}; border: none; }}
    QFrame#reader {{ background: {c.window}; border: none; }}
    QFrame#middle {{ background: {c.surface}; border: none; }}
    QFrame#line {{ background: {c.border}; border: none; }}
    QSplitter::handle {{ background: {c.border}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="warning"] {{ color: {c.warning}; }}
    QLabel[role="section"] {{ color: {c.muted}; }}
    QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {{
        background: {c.surface}; border: 1px solid {c.strong_border}; border-radius: 6px; padding: 5px 8px;
        selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {c.accent}; padding: 4px 7px; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    QAbstractSpinBox QLineEdit {{ border: none; padding: 0 0 0 6px; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 20px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{arrow}"); width: 10px; height: 10px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.border};
        selection-background-color: {c.selection}; selection-color: {c.text}; }}
    QListView#popup {{ background: {c.surface}; border: 1px solid {c.border}; }}
    QListView#popup::item {{ padding: 4px 8px; }}
    QListView#popup::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QMessageBox {{ messagebox-text-interaction-flags: 5; }}
    QComboBox[role="filter"] {{ background: transparent; border: 1px solid {c.border}; padding: 3px 8px;
        combobox-popup: 0; }}
    QComboBox[role="filter"] QAbstractItemView::item {{ padding: 3px 8px; }}
    QComboBox[role="filter"] QAbstractItemView::item:selected {{ background: {c.selection};
        color: {c.text}; }}
    QComboBox[role="filter"]:focus {{ border: 2px solid {c.accent}; padding: 2px 7px; }}
    QComboBox[role="filter"][narrows="true"] {{ border: 1px solid {c.accent}; background: {c.selection}; }}
    QPushButton {{ background: {c.surface}; border: 1px solid {c.strong_border}; border-radius: 6px;
        padding: 5px 14px; min-height: 18px; }}
    QPushButton:hover {{ background: {c.hover}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; border-color: {c.border}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
        }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.border}; color: {c.muted};
        border-color: {c.border}; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent};
        padding: 3px 4px; text-align: left; }}
    QPushButton[role="link"]:hover {{ text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ border: 2px solid {c.accent}; border-radius: 6px; padding: 2px 3px; }}
    QPushButton[role="meaning"] {{ background: {c.sunken}; border: 1px solid {c.border}; border-radius: 10px;
        padding: 1px 8px; min-height: 16px; }}
    QPushButton[role="meaning"]:hover {{ border-color: {c.strong_border}; }}
    QPushButton[role="meaning"][out="true"] {{ background: transparent; color: {c.muted}; }}
    QPushButton[role="meaning"]:focus {{ border: 2px solid {c.accent}; padding: 0 7px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
    QToolButton:hover {{ background: {c.hover}; }}
    QToolButton:checked {{ background: {c.selection}; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 3px; }}
    QToolButton#insert {{ background: {c.surface}; border: 1px solid {c.strong_border}; border-radius: 6px;
        padding: 5px 26px 5px 14px; min-height: 18px; }}
    QToolButton#insert:hover {{ background: {c.hover}; }}
    QToolButton#insert:focus {{ border: 2px solid {c.accent}; padding: 4px 25px 4px 13px; }}
    QToolButton#insert::menu-button {{ border: none; border-left: 1px solid {c.border}; width: 20px; }}
    QToolButton#insert:disabled {{ color: {c.muted}; border-color: {c.border}; }}
    QTextBrowser#plain {{ background: transparent; border: none; padding: 0; }}
    QToolButton::menu-indicator {{ image: none; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; border: none; border-bottom: 2px solid transparent;
        padding: 8px 4px; margin-right: 20px; color: {c.muted}; }}
    QTabBar#forms::tab {{ margin-right: 4px; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected:focus {{ background: {c.selection}; border: 2px solid {c.accent};
        border-radius: 4px; padding: 6px 4px; }}
    QListView, QTreeView, QTableView {{ background: transparent; border: none; outline: none; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ outline: none; }}
    QHeaderView::section {{ background: {c.window}; border: none; border-bottom: 1px solid {c.border};
        padding: 6px 8px; color: {c.muted}; text-align: left; }}
    QTableView::item {{ padding: 2px 8px; }}
    QTableCornerButton::section {{ background: {c.window}; border: none; }}
    QTableView#matrix QHeaderView {{ background: {c.surface}; }}
    QTableView#matrix QTableCornerButton::section {{ background: {c.surface};
        border-bottom: 1px solid {c.border}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QTextBrowser#official {{ background: {c.official}; border: none; border-radius: 6px;
        padding: 12px 12px 12px 18px; }}
    QTextBrowser#official:focus {{ border: 2px solid {c.accent}; padding: 10px 10px 10px 16px; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 16px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.selection}; }}
    QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 8px; }}
    QStatusBar {{ background: {c.sunken}; border-top: 1px solid {c.border}; color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {c.muted}; padding: 2px 8px; }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {c.strong_border};
        border-radius: 3px; background: {c.surface}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
        image: url("{check}"); }}
    QCheckBox::indicator:disabled {{ background: {c.sunken}; }}
    QCheckBox:focus {{ background: {c.selection}; border-radius: 4px; }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; width: 12px; height: 12px; }}
    QProgressBar {{ background: {c.sunken}; border: none; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {c.strong_border}; border-radius: 4px; margin: 2px; min-height: 32px;
        min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QFrame#toast {{ background: {c.text}; border-radius: 8px; }}
    QFrame#toast QLabel {{ color: {c.window}; }}
    QFrame#toast QPushButton {{ background: transparent; border: none; color: {c.window};
        text-decoration: underline; }}
    QFrame#palette {{ background: {c.surface}; border: 1px solid {c.strong_border}; border-radius: 10px; }}
    QFrame#chip {{ background: {c.sunken}; border: 1px solid {c.border}; border-radius: 10px; }}
    QFrame#chip QPushButton[role="link"] {{ padding: 0; min-height: 0; }}
    QFrame#chip QPushButton[role="link"]:focus {{ padding: 0; border: 1px solid {c.accent}; }}
    QFrame#chip[own="true"] {{ border: 1px solid {c.accent}; }}
    QToolButton#chip {{ padding: 0; border-radius: 8px; }}
    QToolButton#chip:focus {{ border: 2px solid {c.accent}; }}
    QFrame#card {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 8px; }}
    """
